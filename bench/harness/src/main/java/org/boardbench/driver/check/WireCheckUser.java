package org.boardbench.driver.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.boardbench.core.RunClock;
import org.boardbench.core.ServerText;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.ws.Connection;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.Handshake;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * A user who keeps what it gets. Its conversation belongs to a loop's thread; what it has got may
 * be read from any.
 */
final class WireCheckUser implements Connection.Listener {
  private final UserIdentity identity;
  private final StrokePayload payload;
  private final UserSession session;
  private final Handshake handshake;
  private final RunClock clock;
  private final List<Arrival> strokes = new CopyOnWriteArrayList<>();
  private Connection connection;
  private volatile boolean joined;
  private volatile boolean ended;
  private volatile String awaited = "answer to the opening handshake";
  private volatile boolean severalInAFrame;
  private volatile String fault;
  private volatile String lastFrame = "nothing";

  /** A message as it came in. */
  static final class Arrival {
    private final byte[] bytes;

    private Arrival(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    /** As people read it. */
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  WireCheckUser(UserIdentity identity, Protocol protocol, StrokePayload payload, RunClock clock) {
    this.identity = identity;
    this.payload = payload;
    this.session = protocol.session(identity, payload.body(identity));
    this.handshake = protocol.handshake(identity);
    this.clock = clock;
  }

  UserIdentity identity() {
    return identity;
  }

  boolean hasJoined() {
    return joined;
  }

  /** What did not come yet, as {@link UserSession#awaited} says it, while it has not joined. */
  String awaited() {
    return awaited;
  }

  boolean hasEnded() {
    return ended;
  }

  /** The first thing that this user must not have met; null when there is none. */
  String fault() {
    return fault;
  }

  /** Every message with a check's stamp in it that is {@code stroke}, in the order of arrival. */
  List<Arrival> arrivals(WireCheckStroke stroke) {
    return strokes.stream().filter(arrival -> stroke.isIn(arrival.text())).toList();
  }

  boolean has(WireCheckStroke stroke) {
    return strokes.stream().anyMatch(arrival -> stroke.isIn(arrival.text()));
  }

  /** Whether a frame has held more than one message. */
  boolean hasSeveralInAFrame() {
    return severalInAFrame;
  }

  /** The last text message, for a message to people. */
  String lastFrame() {
    return lastFrame;
  }

  void connect(Dialer dialer, SocketLoop loop) {
    connection = dialer.toward(identity).dial(loop, this, handshake);
  }

  void publish(WireCheckStroke stroke) {
    session.publish(stroke.stamp(), payload.bytes(), connection);
  }

  /** The body of a stroke as it was sent. */
  String sent(WireCheckStroke stroke) {
    return payload.json(identity, stroke.stamp());
  }

  void keepAlive() {
    boolean live = connection != null && connection.isOpen();
    if (live
        && !session.keepAlive(
            clock.nowNs(), connection.lastReceivedNs(), connection.lastSentNs(), connection)) {
      note("misses heart-beats");
    }
  }

  void leave() {
    if (connection == null) {
      ended = true;
    } else {
      session.closing(connection);
      connection.close();
    }
  }

  @Override
  public void opened() {
    session.opened(connection);
    joined = session.isJoinedOnceOpen();
    awaited = session.awaited();
  }

  @Override
  public void frame(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
    if (kind == FrameKind.BINARY && !session.takesBinary()) {
      note("got a binary message");
      return;
    }
    int[] messages = {0};
    session.messages(
        bytes,
        offset,
        length,
        (of, from, size) -> {
          messages[0]++;
          message(kind, of, from, size);
        });
    severalInAFrame |= messages[0] > 1;
  }

  private void message(FrameKind kind, byte[] bytes, int offset, int length) {
    String message = new String(bytes, offset, length, StandardCharsets.UTF_8);
    lastFrame = quoted(message);
    if (message.contains(WireCheckStroke.STAMP_END)) {
      strokes.add(new Arrival(Arrays.copyOfRange(bytes, offset, offset + length)));
      return;
    }
    switch (session.received(kind, bytes, offset, length, connection)) {
      case JOINED -> joined = true;
      case ERROR -> note("got the error \"" + session.lastError() + "\"");
      case UNKNOWN -> note("got a frame that the contract does not know: " + lastFrame);
      case HOUSEKEEPING -> {}
    }
    awaited = session.awaited();
  }

  static String quoted(String text) {
    return ServerText.line(text);
  }

  @Override
  public void ended(String reason) {
    ended = true;
    note("lost its connection: " + reason);
  }

  private void note(String newFault) {
    if (fault == null) {
      fault = newFault;
    }
  }

  @Override
  public void flushed() {}

  @Override
  public void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {}

  @Override
  public void wrote(long bytes, long sentNs) {}
}
