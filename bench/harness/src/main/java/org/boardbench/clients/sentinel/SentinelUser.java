package org.boardbench.clients.sentinel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.boardbench.core.RunClock;
import org.boardbench.core.ServerText;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.ws.Connection;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** A user who never sends. Its conversation belongs to a loop's thread; the rest may be asked. */
final class SentinelUser implements Connection.Listener {
  private final UserIdentity identity;
  private final UserSession session;
  private final SentinelBook book;
  private final RunClock clock;
  private final Instant epoch;
  private Connection connection;
  private volatile boolean joined;
  private volatile String fault;

  SentinelUser(
      UserIdentity identity,
      UserSession session,
      SentinelBook book,
      RunClock clock,
      Instant epoch) {
    this.identity = identity;
    this.session = session;
    this.book = book;
    this.clock = clock;
    this.epoch = epoch;
  }

  boolean hasJoined() {
    return joined;
  }

  /** What took it off its board; null while nothing has. */
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
    if (!joined) {
      switch (session.received(kind, bytes, offset, length, connection)) {
        case JOINED -> joined = true;
        case ERROR -> fault = "got the error \"" + session.lastError() + "\"";
        case HOUSEKEEPING, UNKNOWN -> {}
      }
      return;
    }
    MessageMark.of(new String(bytes, offset, length, StandardCharsets.UTF_8), epoch)
        .ifPresent(mark -> book.arrived(identity.board(), mark, receivedNs));
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
  public void readLate(double bufferPct, long readNs) {
    book.readLate(bufferPct);
  }

  @Override
  public void wrote(long bytes, long sentNs) {}
}
