package org.boardbench.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Channels of Phoenix, version 2 of its serializer. */
public final class PhoenixConversation implements Conversation {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String EVENT = ",\"message\",";

  private Event joined = new Event.Nothing();

  @Override
  public String name() {
    return "phoenix";
  }

  @Override
  public Optional<String> subprotocol() {
    return Optional.empty();
  }

  @Override
  public String requestTarget(String path) {
    return path + "/websocket?vsn=2.0.0";
  }

  /**
   * The framework reads JSON before it asks the application, ends a connection where it cannot, and
   * hands on no message of a topic that was not joined.
   */
  @Override
  public Set<Difference> differences() {
    return Set.of(Difference.ENDS_AT_ERRORS, Difference.MEMBERS_PUBLISH, Difference.RESPELLS);
  }

  @Override
  public List<String> opening() {
    return List.of();
  }

  @Override
  public List<String> join(String boardId, String userId) {
    this.joined = new Event.Joined(boardId, userId);
    return List.of(
        "[\"1\",\"1\",\"board:%s\",\"phx_join\",{\"userId\":\"%s\"}]".formatted(boardId, userId));
  }

  @Override
  public String publish(String boardId, String text) {
    return "[\"1\",\"2\",\"board:" + boardId + "\"" + EVENT + text + "]";
  }

  /** The framework has binary frames of its own, which begin with 0, 1 or 2. */
  @Override
  public byte[] unlawfulBinary(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Event event(String frame) {
    JsonNode parts = JSON.readTree(frame);
    return switch (parts.path(3).stringValue("")) {
      case "phx_reply" -> reply(parts);
      case "phx_error", "phx_close" -> new Event.Refused(frame);
      case "message" ->
          new Event.Message(
              frame.substring(frame.indexOf(EVENT) + EVENT.length(), frame.lastIndexOf(']')));
      default -> new Event.Nothing();
    };
  }

  private Event reply(JsonNode parts) {
    if (!parts.path(4).path("status").stringValue("").equals("ok")) {
      return new Event.Refused(parts.path(4).path("response").toString());
    }
    return parts.path(1).stringValue("").equals("1") ? joined : new Event.Nothing();
  }
}
