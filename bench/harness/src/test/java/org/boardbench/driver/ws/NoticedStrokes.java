package org.boardbench.driver.ws;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.boardbench.driver.DriverScene;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * The raw protocol.
 *
 * @param which of the messages are noticed, by their stamps
 * @param onStroke called by the loop's thread when such a message is made, right before it is sent
 */
public record NoticedStrokes(Predicate<CharSequence> which, Runnable onStroke) implements Protocol {
  private static final Pattern OF_HOLD = Pattern.compile("\\d+\\.\\d+\\.h.*");

  public NoticedStrokes(Runnable onStroke) {
    this(stamp -> true, onStroke);
  }

  public static NoticedStrokes ofHold(Runnable onStroke) {
    return new NoticedStrokes(stamp -> OF_HOLD.matcher(stamp).matches(), onStroke);
  }

  @Override
  public String name() {
    return DriverScene.RAW.name();
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new NoticedSession(DriverScene.RAW.session(user, body), this);
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    return DriverScene.RAW.integrity(body, message);
  }

  private record NoticedSession(UserSession session, NoticedStrokes noticed)
      implements UserSession {
    @Override
    public int messageBytes(int bodyBytes) {
      return session.messageBytes(bodyBytes);
    }

    @Override
    public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
      if (noticed.which.test(stamp)) {
        noticed.onStroke.run();
      }
      return session.message(stamp, bodyBytes, target, at);
    }

    @Override
    public void opened(FrameSender out) {
      session.opened(out);
    }

    @Override
    public void messages(byte[] bytes, int offset, int length, MessageSink sink) {
      session.messages(bytes, offset, length, sink);
    }

    @Override
    public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
      return session.received(kind, bytes, offset, length, out);
    }

    @Override
    public String lastError() {
      return session.lastError();
    }
  }
}
