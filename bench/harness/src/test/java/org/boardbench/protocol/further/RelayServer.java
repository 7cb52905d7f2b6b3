package org.boardbench.protocol.further;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;

/** Sends what it hears to everybody. */
public final class RelayServer extends FurtherServer {
  private static final String EVERYBODY = "everybody";

  @Override
  public void onOpen(WebSocket client, ClientHandshake handshake) {
    join(client, EVERYBODY);
  }

  @Override
  void hears(WebSocket client, String text) {
    members(EVERYBODY).stream().filter(WebSocket::isOpen).forEach(member -> member.send(text));
  }
}
