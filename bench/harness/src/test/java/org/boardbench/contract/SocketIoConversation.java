package org.boardbench.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Socket.IO, one packet a frame, nothing but the WebSocket. */
public final class SocketIoConversation implements Conversation {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String STROKE = "42[\"stroke\",";

  private Event joined = new Event.Nothing();

  @Override
  public String name() {
    return "socketio";
  }

  @Override
  public Optional<String> subprotocol() {
    return Optional.empty();
  }

  @Override
  public String requestTarget(String path) {
    return path + "?EIO=4&transport=websocket";
  }

  /**
   * The library reads JSON before it asks the application, and ends a connection where it cannot.
   */
  @Override
  public Set<Difference> differences() {
    return Set.of(Difference.ENDS_AT_ERRORS, Difference.RESPELLS);
  }

  @Override
  public boolean serverSpeaksFirst() {
    return true;
  }

  @Override
  public List<String> opening() {
    return List.of("40");
  }

  @Override
  public List<String> join(String boardId, String userId) {
    this.joined = new Event.Joined(boardId, userId);
    return List.of(
        "427[\"join\",{\"boardId\":\"%s\",\"userId\":\"%s\"}]".formatted(boardId, userId));
  }

  @Override
  public String publish(String boardId, String text) {
    return STROKE + text + "]";
  }

  /** An attachment of a packet that nobody has announced. */
  @Override
  public byte[] unlawfulBinary(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Event event(String frame) {
    if (frame.equals("2")) {
      return new Event.Ping("3");
    }
    if (frame.startsWith("40")) {
      return new Event.Ready();
    }
    if (frame.startsWith("437")) {
      JsonNode answer = JSON.readTree(frame.substring(3)).path(0);
      return answer.path("type").stringValue("").equals("joined")
          ? joined
          : new Event.Refused(answer.toString());
    }
    if (frame.startsWith(STROKE)) {
      return new Event.Message(frame.substring(STROKE.length(), frame.lastIndexOf(']')));
    }
    boolean isRefusal =
        frame.startsWith("41") || frame.startsWith("44") || frame.startsWith("42[\"error\"");
    return isRefusal ? new Event.Refused(frame) : new Event.Nothing();
  }
}
