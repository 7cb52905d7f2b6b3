package org.boardbench.protocol.further;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;

/** A board server of Socket.IO that pings often. */
public final class SocketIoServer extends FurtherServer {
  private static final String ASKED_FOR = "/socket.io/?EIO=4&transport=websocket";
  private static final String JOIN = "420[\"join\",";
  private static final String STROKE = "42[\"stroke\",";

  private final Map<WebSocket, String> boardOf = new ConcurrentHashMap<>();
  private final TextPings pings = new TextPings(boardOf::keySet, 100);

  @Override
  public void begin() throws InterruptedException {
    super.begin();
    pings.begin();
  }

  public int pongs() {
    return pings.pongs();
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake handshake) {
    if (!handshake.getResourceDescriptor().equals(ASKED_FOR)) {
      wrong("asked for " + handshake.getResourceDescriptor());
    }
    client.send("0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}");
  }

  @Override
  void hears(WebSocket client, String text) {
    if (text.equals("40")) {
      client.send("40{\"sid\":\"y\"}");
    } else if (text.startsWith(JOIN)) {
      String user = text.substring(JOIN.length(), text.length() - 1);
      String board = user.replaceFirst(".*\"boardId\":\"(\\w+)\".*", "$1");
      boardOf.put(client, board);
      join(client, board);
      client.send("430[" + user.replaceFirst("\\{", "{\"type\":\"joined\",") + "]");
    } else if (text.startsWith(STROKE)) {
      members(boardOf.get(client)).stream()
          .filter(WebSocket::isOpen)
          .forEach(member -> member.send(text));
    } else if (!pings.isPong(text) && !text.equals("41")) {
      wrong(text);
    }
  }

  @Override
  public void close() {
    pings.close();
    super.close();
  }
}
