package org.boardbench.protocol.further;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import tools.jackson.databind.JsonNode;

/** Replies to everything, tells members who has come, and minds the order of refs. */
public final class ChannelServer extends FurtherServer {
  private final Map<WebSocket, Integer> lastRefs = new ConcurrentHashMap<>();
  private final boolean answersHeartbeats;
  private final AtomicInteger heartbeats = new AtomicInteger();
  private final AtomicInteger leaves = new AtomicInteger();

  public ChannelServer(boolean answersHeartbeats) {
    this.answersHeartbeats = answersHeartbeats;
  }

  public int heartbeats() {
    return heartbeats.get();
  }

  /** Users who have said good-bye. */
  public int leaves() {
    return leaves.get();
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake handshake) {
    if (!handshake.getResourceDescriptor().equals("/socket/websocket?vsn=2.0.0")) {
      wrong("asked for " + handshake.getResourceDescriptor());
    }
  }

  @Override
  void hears(WebSocket client, String text) {
    JsonNode parts = ChannelProtocol.JSON.readTree(text);
    String ref = parts.path(1).stringValue();
    String topic = parts.path(2).stringValue();
    Integer before = lastRefs.put(client, Integer.valueOf(ref));
    if (before != null && Integer.parseInt(ref) != before + 1) {
      wrong("ref " + ref + " after " + before);
    }
    switch (parts.path(3).stringValue()) {
      case "phx_join" -> {
        join(client, topic);
        reply(client, "\"1\"", ref, topic);
        tell(topic, "presence_diff", "{\"joins\":1}");
      }
      case "message" -> {
        tell(topic, "message", parts.path(4).toString());
        reply(client, "\"1\"", ref, topic);
      }
      case "heartbeat" -> {
        heartbeats.incrementAndGet();
        if (answersHeartbeats) {
          reply(client, "null", ref, topic);
        }
      }
      case "phx_leave" -> leaves.incrementAndGet();
      default -> wrong(text);
    }
  }

  private static void reply(WebSocket client, String joinRef, String ref, String topic) {
    client.send(
        "[%s,\"%s\",\"%s\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]"
            .formatted(joinRef, ref, topic));
  }

  private void tell(String topic, String event, String payload) {
    String text = "[null,null,\"%s\",\"%s\",%s]".formatted(topic, event, payload);
    members(topic).stream().filter(WebSocket::isOpen).forEach(member -> member.send(text));
  }
}
