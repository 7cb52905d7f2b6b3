package org.boardbench.browser.felt;

import java.nio.charset.StandardCharsets;
import org.boardbench.core.RunClock;
import org.boardbench.core.ServerText;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.ws.Connection;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * A virtual user on the pages' board. Its conversation belongs to a loop's thread; the rest may be
 * asked.
 */
final class Peer implements Connection.Listener {
  private static final int POINTS_A_STROKE = 20;
  private static final int STEP = 6;
  private static final int ROW = 60;

  private final UserIdentity identity;
  private final int number;
  private final UserSession session;
  private final PeerBook book;
  private final RunClock clock;
  private Connection connection;
  private int seq;
  private volatile boolean joined;
  private volatile String fault;

  /**
   * @param number counts the board's peers from 0
   */
  Peer(UserIdentity identity, int number, UserSession session, PeerBook book, RunClock clock) {
    this.identity = identity;
    this.number = number;
    this.session = session;
    this.book = book;
    this.clock = clock;
  }

  boolean hasJoined() {
    return joined;
  }

  /** What took it off the board; null while nothing has. */
  String fault() {
    return fault;
  }

  void connect(Dialer dialer, SocketLoop loop, Protocol protocol) {
    connection = dialer.dial(loop, this, protocol.handshake(identity));
  }

  void keepAlive() {
    if (connection != null && connection.isOpen()) {
      session.keepAlive(
          clock.nowNs(), connection.lastReceivedNs(), connection.lastSentNs(), connection);
    }
  }

  /** Draws a little further. */
  void draw() {
    if (!joined || !connection.isOpen()) {
      return;
    }
    seq++;
    int x = 40 + STEP * (seq % POINTS_A_STROKE) * 5;
    int y = 40 + ROW * (number % 9);
    connection.send(
        """
        {"type":"stroke","boardId":"%s","userId":"%s","seq":%d,"stroke":%d,"points":[[%d,%d],[%d,%d]]}\
        """
            .formatted(
                identity.boardId(),
                identity.userId(),
                seq,
                seq / POINTS_A_STROKE,
                x,
                y,
                x + STEP,
                y + STEP));
    book.sent(new PeerBook.Message(identity.userId(), seq), connection.lastSentNs());
  }

  void leave() {
    if (connection != null) {
      connection.close();
    }
  }

  @Override
  public void opened() {
    session.opened(connection);
  }

  @Override
  public void frame(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
    session.messages(
        bytes, offset, length, (of, from, size) -> message(kind, of, from, size, receivedNs));
  }

  private void message(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
    if (joined) {
      PeerBook.message(new String(bytes, offset, length, StandardCharsets.UTF_8))
          .ifPresent(message -> book.arrived(new PeerBook.Arrival(number, message), receivedNs));
      return;
    }
    switch (session.received(kind, bytes, offset, length, connection)) {
      case JOINED -> joined = true;
      case ERROR -> fault = "got the error \"" + session.lastError() + "\"";
      case HOUSEKEEPING, UNKNOWN -> {}
    }
  }

  @Override
  public void ended(String reason) {
    if (fault == null) {
      fault = "lost its connection: " + ServerText.line(reason);
    }
  }

  @Override
  public void flushed() {}

  @Override
  public void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {}

  @Override
  public void wrote(long bytes, long sentNs) {}
}
