defmodule Whiteboard.Endpoint do
  @moduledoc "The users' socket, and `/health`."
  use Phoenix.Endpoint, otp_app: :whiteboard

  # Clients send a heartbeat every 30 s; who is silent for a minute is gone. A frame has 64 KiB of text: the bound belongs here,
  # since Phoenix' adapter sets 10 MB otherwise, whatever Bandit's is. Bandit counts a frame with its header, 14 bytes at that length.
  socket "/socket", Whiteboard.UserSocket,
    websocket: [timeout: 60_000, max_frame_size: 65_536 + 14, compress: false],
    longpoll: false,
    drainer: [batch_size: 10_000, batch_interval: 100, shutdown: 1_000]

  plug :answer

  defp answer(%Plug.Conn{request_path: "/health"} = conn, _opts) do
    send_resp(conn, 200, "ok")
  end

  defp answer(conn, _opts) do
    send_resp(conn, 404, "not found")
  end
end
