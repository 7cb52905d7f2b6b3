package org.boardbench.protocol.nest;

import org.boardbench.core.ServerText;
import org.boardbench.protocol.ControlMessage;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageEnvelope;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One join, its answer, then messages. The protocol promises nothing about silence. */
final class NestSession implements UserSession {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final UserIdentity user;
  private final MessageEnvelope event;
  private String lastError = "";

  NestSession(UserIdentity user, MessageBody body) {
    this.user = user;
    this.event =
        new MessageEnvelope(
            "{\"event\":\"%s\",\"data\":".formatted(NestProtocol.STROKE), body, "}");
  }

  @Override
  public void opened(FrameSender out) {
    out.send(
        "{\"event\":\"join\",\"data\":{\"boardId\":\"%s\",\"userId\":\"%s\"}}"
            .formatted(user.boardId(), user.userId()));
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    JsonNode message;
    try {
      message = JSON.readTree(bytes, offset, length);
    } catch (JacksonException e) {
      return Meaning.UNKNOWN;
    }
    ControlMessage data = ControlMessage.of(message.path("data"));
    return switch (message.path("event").stringValue("")) {
      case "" -> Meaning.UNKNOWN;
      case NestProtocol.STROKE -> data.meaning();
      // An answer that names someone else was not ours to get.
      case "joined" -> data.isFrom(user) ? Meaning.JOINED : Meaning.UNKNOWN;
      case "error" -> error(data.reason());
      // What the framework itself says of an error that nobody has caught.
      case "exception" -> error(message.path("data").path("message").stringValue(""));
      default -> Meaning.HOUSEKEEPING;
    };
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return event.bytes(bodyBytes);
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    return event.write(stamp, bodyBytes, target, at);
  }

  private Meaning error(String reason) {
    lastError = ServerText.line(reason);
    return Meaning.ERROR;
  }
}
