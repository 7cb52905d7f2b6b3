defmodule Whiteboard.Application do
  @moduledoc "Starts the boards, then the server that lets users in."
  use Application

  @impl true
  def start(_type, _args) do
    children = [
      {Phoenix.PubSub, name: Whiteboard.PubSub},
      Whiteboard.Endpoint
    ]

    Supervisor.start_link(children, strategy: :one_for_one, name: Whiteboard.Supervisor)
  end
end
