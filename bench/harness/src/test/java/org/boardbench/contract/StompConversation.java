package org.boardbench.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** STOMP 1.2, one frame a WebSocket message, without heart-beats. */
public final class StompConversation implements Conversation {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The receipts still to come. Both subscriptions are waited for, because a server that does not
   * keep the order may take the second one first, and would then tell nobody what it refuses.
   */
  private final Set<String> awaited = ConcurrentHashMap.newKeySet();

  private Event joined = new Event.Nothing();

  @Override
  public String name() {
    return "stomp";
  }

  @Override
  public Optional<String> subprotocol() {
    return Optional.of("v12.stomp");
  }

  @Override
  public List<String> opening() {
    return List.of("CONNECT\naccept-version:1.2\nhost:boardbench\nheart-beat:0,0\n\n\0");
  }

  @Override
  public List<String> join(String boardId, String userId) {
    this.joined = new Event.Joined(boardId, userId);
    awaited.addAll(List.of("errors", "board"));
    return List.of(
        "SUBSCRIBE\nid:errors\ndestination:/user/queue/errors\nreceipt:errors\n\n\0",
        "SUBSCRIBE\nid:board\ndestination:/topic/board." + boardId + "\nreceipt:board\n\n\0");
  }

  @Override
  public String publish(String boardId, String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return "SEND\ndestination:/app/board.%s\ncontent-type:application/json\ncontent-length:%d\n\n%s\0"
        .formatted(boardId, length, text);
  }

  /** STOMP allows its frames in binary ones, so this is none. */
  @Override
  public byte[] unlawfulBinary(String text) {
    return (text + "\n\n\0").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Event event(String frame) {
    if (frame.startsWith("CONNECTED\n")) {
      return new Event.Ready();
    }
    if (frame.startsWith("ERROR\n")) {
      return new Event.Refused(frame);
    }
    if (frame.startsWith("RECEIPT\n")) {
      awaited.removeIf(id -> frame.contains("receipt-id:" + id + "\n"));
      return awaited.isEmpty() ? joined : new Event.Nothing();
    }
    return frame.startsWith("MESSAGE\n") ? message(body(frame)) : new Event.Nothing();
  }

  private Event message(String body) {
    JsonNode message = JSON.readTree(body);
    return message.path("type").stringValue("").equals("error")
        ? new Event.Refused(message.path("reason").stringValue())
        : new Event.Message(body);
  }

  private static String body(String frame) {
    return frame.substring(frame.indexOf("\n\n") + 2, frame.lastIndexOf('\0'));
  }
}
