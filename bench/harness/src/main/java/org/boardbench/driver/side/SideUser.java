package org.boardbench.driver.side;

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
 * A user whom no account knows. Its conversation belongs to a loop's thread; the rest may be asked.
 */
public abstract class SideUser implements Connection.Listener {
  private final UserIdentity identity;
  private final UserSession session;
  private Connection connection;
  private volatile boolean joined;
  private volatile String fault;

  protected SideUser(UserIdentity identity, UserSession session) {
    this.identity = identity;
    this.session = session;
  }

  /** Gets each message that comes once it has joined. */
  protected abstract void message(byte[] bytes, int offset, int length, long receivedNs);

  protected final UserIdentity identity() {
    return identity;
  }

  /** Null until it is connected. */
  protected final Connection connection() {
    return connection;
  }

  protected final boolean hasJoined() {
    return joined;
  }

  /** What took it off its board; null while nothing has. */
  final String fault() {
    return fault;
  }

  final void connect(Dialer dialer, SocketLoop loop, Protocol protocol) {
    connection = dialer.dial(loop, this, protocol.handshake(identity));
  }

  final void keepAlive(RunClock clock) {
    if (connection != null && connection.isOpen()) {
      session.keepAlive(
          clock.nowNs(), connection.lastReceivedNs(), connection.lastSentNs(), connection);
    }
  }

  final void leave() {
    if (connection != null) {
      connection.close();
    }
  }

  @Override
  public final void opened() {
    session.opened(connection);
  }

  @Override
  public final void frame(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
    session.messages(
        bytes, offset, length, (of, from, size) -> take(kind, of, from, size, receivedNs));
  }

  private void take(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
    if (joined) {
      message(bytes, offset, length, receivedNs);
      return;
    }
    switch (session.received(kind, bytes, offset, length, connection)) {
      case JOINED -> joined = true;
      case ERROR -> fault = "got the error \"" + session.lastError() + "\"";
      case HOUSEKEEPING, UNKNOWN -> {}
    }
  }

  @Override
  public final void ended(String reason) {
    if (fault == null) {
      fault = "lost its connection: " + ServerText.line(reason);
    }
  }

  @Override
  public final void flushed() {}

  @Override
  public final void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {}

  @Override
  public final void wrote(long bytes, long sentNs) {}
}
