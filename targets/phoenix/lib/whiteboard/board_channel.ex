defmodule Whiteboard.BoardChannel do
  @moduledoc "One user on one board: what it publishes goes to all members, itself included."
  use Phoenix.Channel, log_join: false, log_handle_in: false

  @impl true
  def join("board:" <> board, %{"userId" => user}, socket) when board != "" and is_binary(user) do
    {:ok, assign(socket, :board, board)}
  end

  def join(_topic, _params, _socket), do: {:error, %{reason: "needs a board and a userId"}}

  # No reply to what is right: the sender gets its own message back.
  @impl true
  def handle_in("message", %{"boardId" => board} = message, %{assigns: %{board: board}} = socket) do
    broadcast!(socket, "message", message)
    {:noreply, socket}
  end

  def handle_in("message", _message, socket), do: refuse("boardId must be that of the topic", socket)
  def handle_in(_event, _message, socket), do: refuse("unknown event", socket)

  defp refuse(reason, socket), do: {:reply, {:error, %{reason: reason}}, socket}
end
