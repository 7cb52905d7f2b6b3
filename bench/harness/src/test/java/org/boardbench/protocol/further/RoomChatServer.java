package org.boardbench.protocol.further;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a room who has come, and what was said in an object of its own, escaped as HTML. */
public final class RoomChatServer extends FurtherServer {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<WebSocket, String> names = new ConcurrentHashMap<>();
  private final AtomicInteger pings = new AtomicInteger();

  /** What its clients have sent to be kept. */
  public int pings() {
    return pings.get();
  }

  @Override
  void hears(WebSocket client, String text) {
    JsonNode said = JSON.readTree(text);
    String room = said.path("room").stringValue("");
    switch (said.path("type").stringValue("")) {
      case "join" -> {
        names.put(client, said.path("name").stringValue());
        join(client, room);
        tell(room, Map.of("type", "notice", "text", names.get(client) + " has joined"));
      }
      case "chat" -> {
        String escaped = said.path("text").stringValue().replace("&", "&amp;").replace("<", "&lt;");
        tell(room, Map.of("type", "chat", "from", names.get(client), "html", escaped));
      }
      case "ping" -> {
        pings.incrementAndGet();
        client.send("{\"type\":\"pong\"}");
      }
      default -> wrong(text);
    }
  }

  private void tell(String room, Map<String, String> what) {
    String text = JSON.writeValueAsString(what);
    members(room).stream().filter(WebSocket::isOpen).forEach(member -> member.send(text));
  }
}
