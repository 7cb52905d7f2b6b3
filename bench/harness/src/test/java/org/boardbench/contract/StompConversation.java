package org.boardbench.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** STOMP 1.2, one frame a WebSocket message, without heart-beats. */
final class StompConversation implements Conversation {
  private static final JsonMapper JSON = new JsonMapper();

  private String userId = "";
  private int subscriptions;

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
    this.userId = userId;
    return List.of(subscribe("/user/queue/errors"), subscribe("/topic/board." + boardId));
  }

  private String subscribe(String destination) {
    return "SUBSCRIBE\nid:" + subscriptions++ + "\ndestination:" + destination + "\n\n\0";
  }

  @Override
  public Optional<String> probe(String boardId, String userId) {
    Map<String, String> probe = Map.of("type", "probe", "boardId", boardId, "userId", userId);
    return Optional.of(publish(boardId, JSON.writeValueAsString(probe)));
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
    return frame.startsWith("MESSAGE\n") ? message(body(frame)) : new Event.Nothing();
  }

  private Event message(String body) {
    JsonNode message = JSON.readTree(body);
    return switch (message.path("type").stringValue("")) {
      case "error" -> new Event.Refused(message.path("reason").stringValue());
      case "probe" ->
          message.path("userId").stringValue("").equals(userId)
              ? new Event.Joined(message.path("boardId").stringValue(), userId)
              : new Event.Nothing();
      default -> new Event.Message(body);
    };
  }

  private static String body(String frame) {
    return frame.substring(frame.indexOf("\n\n") + 2, frame.lastIndexOf('\0'));
  }
}
