package org.boardbench.protocol.raw;

import java.nio.charset.StandardCharsets;
import org.boardbench.core.ServerText;
import org.boardbench.protocol.ControlMessage;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** One join, its answer, then messages. The protocol promises nothing about silence. */
final class RawSession implements UserSession {
  private final UserIdentity user;
  private final MessageBody body;
  private String lastError = "";

  RawSession(UserIdentity user, MessageBody body) {
    this.user = user;
    this.body = body;
  }

  @Override
  public void opened(FrameSender out) {
    out.send(
        "{\"type\":\"join\",\"boardId\":\"%s\",\"userId\":\"%s\"}"
            .formatted(user.boardId(), user.userId()));
  }

  @Override
  public void messages(byte[] bytes, int offset, int length, MessageSink sink) {
    JsonMessages.split(bytes, offset, length, sink);
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    ControlMessage message =
        ControlMessage.parse(new String(bytes, offset, length, StandardCharsets.UTF_8));
    return switch (message.type()) {
      // An answer that names someone else was not ours to get.
      case "joined" -> message.isFrom(user) ? Meaning.JOINED : Meaning.UNKNOWN;
      case "error" -> {
        lastError = ServerText.line(message.reason());
        yield Meaning.ERROR;
      }
      default -> message.meaning();
    };
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return bodyBytes;
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    body.write(stamp, bodyBytes, target, at);
    return bodyBytes;
  }
}
