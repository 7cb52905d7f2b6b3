package org.boardbench.protocol.further;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boards in the address, arrays in binary frames, no answer to anything: who enters is on the board
 * some time later, here when it has drawn something that nobody gets.
 */
public final class DrawServer extends FurtherServer {
  private static final JsonMapper JSON = new JsonMapper();

  private final Set<WebSocket> entering = ConcurrentHashMap.newKeySet();
  private final AtomicInteger ignored = new AtomicInteger();

  /** What was drawn by those who were not on the board yet. */
  public int ignored() {
    return ignored.get();
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake handshake) {
    String address = handshake.getResourceDescriptor();
    if (!address.matches("/boards/b\\d+\\?name=u\\d+")) {
      wrong("asked for " + address);
    }
    client.setAttachment(address.replaceAll("\\?.*", ""));
  }

  @Override
  void hears(WebSocket client, String text) {
    wrong("text frame " + text);
  }

  @Override
  void hears(WebSocket client, byte[] bytes) {
    String board = client.getAttachment();
    JsonNode event = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    if (event.path(0).stringValue("").equals("enter")) {
      entering.add(client);
    } else if (entering.remove(client)) {
      ignored.incrementAndGet();
      join(client, board);
    } else {
      byte[] drawn = event.toPrettyString().getBytes(StandardCharsets.UTF_8);
      members(board).stream().filter(WebSocket::isOpen).forEach(member -> member.send(drawn));
    }
  }
}
