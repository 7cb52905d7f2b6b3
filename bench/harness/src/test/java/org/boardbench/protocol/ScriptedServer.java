package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.protocol.UserSession.Meaning;

/** The other end of one session: hears what it sends, says what a test scripts. */
public final class ScriptedServer {
  private final UserSession session;
  private final int bodyBytes;
  private final List<String> heard = new ArrayList<>();
  private final FrameSender out = (kind, bytes) -> heard.add(text(bytes));

  public ScriptedServer(Protocol protocol, UserIdentity user, StrokePayload payload) {
    this.session = protocol.session(user, payload.body(user));
    this.bodyBytes = payload.bytes();
    session.opened(out);
  }

  public Meaning says(String text) {
    byte[] frame = ("??" + text + "??").getBytes(StandardCharsets.UTF_8);
    return session.received(FrameKind.TEXT, frame, 2, frame.length - 4, out);
  }

  /** Whether the session wants to hear of more in a frame whose strokes are counted. */
  public boolean holdsOthers(String text) {
    byte[] frame = ("??" + text + "??").getBytes(StandardCharsets.UTF_8);
    return session.holdsOthers(frame, 2, frame.length - 4);
  }

  /** Whether the session takes the frame for the history that it has asked for. */
  public boolean takesHistory(String text) {
    byte[] frame = ("??" + text + "??").getBytes(StandardCharsets.UTF_8);
    return session.takesHistory(frame, 2, frame.length - 4);
  }

  /** What it has heard since the last call. */
  public List<String> hears() {
    List<String> texts = List.copyOf(heard);
    heard.clear();
    return texts;
  }

  /** The user's next message with that stamp, as it would hear it. */
  public String message(CharSequence stamp) {
    List<String> frames = new ArrayList<>();
    session.publish(stamp, bodyBytes, (kind, bytes) -> frames.add(text(bytes)));
    return String.join("", frames);
  }

  public String awaited() {
    return session.awaited();
  }

  public String lastError() {
    return session.lastError();
  }

  public boolean keepAlive(long nowMs, long lastReceivedMs, long lastSentMs) {
    return session.keepAlive(
        nowMs * 1_000_000, lastReceivedMs * 1_000_000, lastSentMs * 1_000_000, out);
  }

  public void closing() {
    session.closing(out);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
