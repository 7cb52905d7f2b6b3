import Config

{:ok, ip} =
  "HOST"
  |> System.get_env("127.0.0.1")
  |> String.to_charlist()
  |> :inet.parse_address()

config :whiteboard, Whiteboard.Endpoint,
  server: true,
  http: [
    ip: ip,
    port: String.to_integer(System.get_env("PORT", "8080")),
    # 64 KiB of text in several frames; how much one may have is in the endpoint.
    websocket_options: [
      max_fragmented_message_size: 65_536,
      compress: false
    ],
    thousand_island_options: [
      shutdown_timeout: 1_000,
      transport_options: [nodelay: true, send_timeout: 5_000, send_timeout_close: true]
    ]
  ]
