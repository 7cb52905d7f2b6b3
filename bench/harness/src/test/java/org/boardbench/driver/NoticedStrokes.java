package org.boardbench.driver;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * The raw protocol.
 *
 * @param which of the messages are noticed, by their stamps
 * @param onStroke called by the loop's thread when such a message is made, right before it is sent
 */
record NoticedStrokes(Predicate<CharSequence> which, Runnable onStroke) implements Protocol {
  private static final Pattern OF_HOLD = Pattern.compile("\\d+\\.\\d+\\.h.*");

  NoticedStrokes(Runnable onStroke) {
    this(stamp -> true, onStroke);
  }

  static NoticedStrokes ofHold(Runnable onStroke) {
    return new NoticedStrokes(stamp -> OF_HOLD.matcher(stamp).matches(), onStroke);
  }

  @Override
  public String name() {
    return DriverScene.RAW.name();
  }

  @Override
  public Optional<String> subprotocol() {
    return DriverScene.RAW.subprotocol();
  }

  @Override
  public UserSession session(UserIdentity user, StrokePayload payload) {
    return new NoticedSession(DriverScene.RAW.session(user, payload), this);
  }

  private record NoticedSession(UserSession session, NoticedStrokes noticed)
      implements UserSession {
    @Override
    public int strokeBytes() {
      return session.strokeBytes();
    }

    @Override
    public int stroke(CharSequence stamp, byte[] target, int at) {
      if (noticed.which.test(stamp)) {
        noticed.onStroke.run();
      }
      return session.stroke(stamp, target, at);
    }

    @Override
    public void opened(TextSender out) {
      session.opened(out);
    }

    @Override
    public void messages(byte[] bytes, int offset, int length, MessageSink sink) {
      session.messages(bytes, offset, length, sink);
    }

    @Override
    public Meaning received(byte[] bytes, int offset, int length, TextSender out) {
      return session.received(bytes, offset, length, out);
    }

    @Override
    public String lastError() {
      return session.lastError();
    }

    @Override
    public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, TextSender out) {
      return session.keepAlive(nowNs, lastReceivedNs, lastSentNs, out);
    }

    @Override
    public void closing(TextSender out) {
      session.closing(out);
    }
  }
}
