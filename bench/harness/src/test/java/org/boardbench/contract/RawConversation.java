package org.boardbench.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain JSON frames. */
public final class RawConversation implements Conversation {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String name() {
    return "raw";
  }

  @Override
  public Optional<String> subprotocol() {
    return Optional.empty();
  }

  @Override
  public List<String> opening() {
    return List.of();
  }

  @Override
  public List<String> join(String boardId, String userId) {
    return List.of(
        JSON.writeValueAsString(Map.of("type", "join", "boardId", boardId, "userId", userId)));
  }

  @Override
  public String publish(String boardId, String text) {
    return text;
  }

  @Override
  public byte[] unlawfulBinary(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Event event(String frame) {
    JsonNode message = JSON.readTree(frame);
    return switch (message.path("type").stringValue("")) {
      case "joined" ->
          new Event.Joined(
              message.path("boardId").stringValue(), message.path("userId").stringValue());
      case "error" -> new Event.Refused(message.path("reason").stringValue());
      default -> new Event.Message(frame);
    };
  }
}
