package org.boardbench.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What NestJS makes of a WebSocket: an event and its data in one JSON object a frame. */
public final class NestConversation implements Conversation {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String STROKE = "{\"event\":\"stroke\",\"data\":";

  @Override
  public String name() {
    return "nest-ws";
  }

  @Override
  public Optional<String> subprotocol() {
    return Optional.empty();
  }

  @Override
  public Set<Difference> differences() {
    return Set.of(Difference.RESPELLS);
  }

  @Override
  public List<String> opening() {
    return List.of();
  }

  @Override
  public List<String> join(String boardId, String userId) {
    return List.of(
        "{\"event\":\"join\",\"data\":{\"boardId\":\"%s\",\"userId\":\"%s\"}}"
            .formatted(boardId, userId));
  }

  @Override
  public String publish(String boardId, String text) {
    return STROKE + text + "}";
  }

  @Override
  public byte[] unlawfulBinary(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Event event(String frame) {
    if (frame.startsWith(STROKE)) {
      return new Event.Message(frame.substring(STROKE.length(), frame.lastIndexOf('}')));
    }
    JsonNode message = JSON.readTree(frame);
    JsonNode data = message.path("data");
    return switch (message.path("event").stringValue("")) {
      case "joined" ->
          new Event.Joined(
              data.path("boardId").stringValue(""), data.path("userId").stringValue(""));
      case "error", "exception" -> new Event.Refused(data.toString());
      default -> new Event.Nothing();
    };
  }
}
