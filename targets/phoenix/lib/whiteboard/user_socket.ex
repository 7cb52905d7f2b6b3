defmodule Whiteboard.UserSocket do
  @moduledoc "One user's connection. Anybody may connect; an application would ask for a token."
  use Phoenix.Socket, log: false

  channel "board:*", Whiteboard.BoardChannel

  @impl true
  def connect(_params, socket, _connect_info), do: {:ok, socket}

  @impl true
  def id(_socket), do: nil
end
