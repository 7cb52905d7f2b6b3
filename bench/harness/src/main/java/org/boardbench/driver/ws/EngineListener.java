package org.boardbench.driver.ws;

import java.net.InetSocketAddress;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;

/** What of the engine's words a connection has no use for, because its transport is its own. */
abstract class EngineListener extends WebSocketAdapter {
  @Override
  public final void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {
    // onWebsocketClosing follows, after the close frame.
  }

  @Override
  public final void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {
    // The engine has neither channel nor key; the connection closes the transport itself.
  }

  /** Bad frames are followed by a close; anything else is a fault of this program. */
  @Override
  public final void onWebsocketError(WebSocket socket, Exception e) {
    if (e instanceof RuntimeException fault) {
      throw fault;
    }
  }

  @Override
  public final InetSocketAddress getLocalSocketAddress(WebSocket socket) {
    throw new UnsupportedOperationException("a transport has no address");
  }

  @Override
  public final InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
    throw new UnsupportedOperationException("a transport has no address");
  }
}
