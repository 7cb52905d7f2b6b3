package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;
import org.boardbench.core.ServerText;

/** One join, its answer, then strokes. The protocol promises nothing about silence. */
final class RawSession implements UserSession {
  private final UserIdentity user;
  private final StrokeText strokes;
  private String lastError = "";

  RawSession(UserIdentity user, StrokePayload payload) {
    this.user = user;
    this.strokes = payload.text(user, "", "");
  }

  @Override
  public void opened(TextSender out) {
    out.send(
        "{\"type\":\"join\",\"boardId\":\"%s\",\"userId\":\"%s\"}"
            .formatted(user.boardId(), user.userId()));
  }

  @Override
  public void messages(byte[] bytes, int offset, int length, MessageSink sink) {
    JsonMessages.split(bytes, offset, length, sink);
  }

  @Override
  public Meaning received(byte[] bytes, int offset, int length, TextSender out) {
    ControlMessage message =
        ControlMessage.parse(new String(bytes, offset, length, StandardCharsets.UTF_8));
    return switch (message.type()) {
      // An answer that names someone else was not ours to get.
      case "joined" -> message.isFrom(user) ? Meaning.JOINED : Meaning.UNKNOWN;
      case "error" -> {
        lastError = ServerText.line(message.reason());
        yield Meaning.ERROR;
      }
      default -> Meaning.UNKNOWN;
    };
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public int strokeBytes() {
    return strokes.bytes();
  }

  @Override
  public int stroke(CharSequence stamp, byte[] target, int at) {
    return strokes.write(stamp, target, at);
  }

  @Override
  public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, TextSender out) {
    return true;
  }

  @Override
  public void closing(TextSender out) {}
}
