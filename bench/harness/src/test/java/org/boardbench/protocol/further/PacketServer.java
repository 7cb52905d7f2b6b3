package org.boardbench.protocol.further;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;

/** Speaks first, pings by text, and sends each message as an announcement and an attachment. */
public final class PacketServer extends FurtherServer {
  private final Map<WebSocket, String> boardOf = new ConcurrentHashMap<>();
  private final Set<WebSocket> announced = ConcurrentHashMap.newKeySet();
  private final TextPings pings = new TextPings(boardOf::keySet, 200);

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
    if (!handshake.getResourceDescriptor().equals("/socket.io/?EIO=4&transport=websocket")) {
      wrong("asked for " + handshake.getResourceDescriptor());
    }
    client.send("0{\"sid\":\"x\",\"pingInterval\":200,\"pingTimeout\":2000}");
  }

  @Override
  void hears(WebSocket client, String text) {
    if (announced.contains(client)) {
      wrong(text + " instead of an attachment");
    }
    if (text.equals("40")) {
      client.send("40{\"sid\":\"y\"}");
    } else if (text.startsWith("420[\"join\"")) {
      String board = text.replaceFirst(".*\"boardId\":\"(\\w+)\".*", "$1");
      boardOf.put(client, board);
      join(client, board);
      client.send("430[{\"status\":\"ok\"}]");
      broadcast("42[\"users\"," + members(board).size() + "]", members(board));
    } else if (text.equals(PacketSession.ANNOUNCEMENT)) {
      announced.add(client);
    } else if (!pings.isPong(text) && !text.equals("41")) {
      wrong(text);
    }
  }

  @Override
  void hears(WebSocket client, byte[] bytes) {
    if (!announced.remove(client)) {
      wrong("an attachment that was not announced");
    }
    for (WebSocket member : members(boardOf.get(client))) {
      if (member.isOpen()) {
        member.send(PacketSession.ANNOUNCEMENT);
        member.send(bytes);
      }
    }
  }

  @Override
  public void close() {
    pings.close();
    super.close();
  }
}
