import Config

config :phoenix, :json_library, Jason

config :logger, level: :warning

config :whiteboard, Whiteboard.Endpoint,
  adapter: Bandit.PhoenixAdapter,
  url: [host: "localhost"],
  pubsub_server: Whiteboard.PubSub
