package org.boardbench.baseline.bare;

import org.boardbench.driver.ws.Connection;
import org.boardbench.driver.ws.OutgoingFrame;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import org.boardbench.scenario.schedule.ScheduleCursor;

/** A virtual user that counts what it gets and keeps no account. Belongs to the loop's thread. */
final class BareUser implements Connection.Listener {
  private final BareLoad load;
  private final UserIdentity identity;
  private final UserSession session;
  private Connection connection;
  private boolean joined;
  private final ScheduleCursor messages;
  private long dueNs;

  /**
   * @param connectNs when to connect (run clock)
   */
  BareUser(BareLoad load, UserIdentity identity, UserSession session, long connectNs) {
    this.load = load;
    this.identity = identity;
    this.session = session;
    this.messages = load.messages(identity.user());
    this.dueNs = connectNs;
  }

  long dueNs() {
    return dueNs;
  }

  int board() {
    return identity.board();
  }

  /** Connects, or sends its next message. */
  void runDue() {
    if (connection == null) {
      connection = load.dial(this);
    } else {
      long intendedNs = dueNs;
      CharSequence stamp = load.stamp(identity.user(), messages.number(), intendedNs, board());
      int bodyBytes = load.payloadBytes();
      byte[] room = load.frame().room(session.messageBytes(bodyBytes));
      int bytes = session.message(stamp, bodyBytes, room, OutgoingFrame.PAYLOAD_AT);
      connection.send(load.frame().frame(session.messageKind(), bytes));
      messages.advance();
      planNext();
    }
  }

  private void planNext() {
    dueNs = messages.intendedNs();
    load.plan(this);
  }

  @Override
  public void opened() {
    session.opened(connection);
  }

  @Override
  public void frame(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
    if (!load.took(identity.user(), bytes, offset, length, receivedNs)) {
      answered(session.received(kind, bytes, offset, length, connection));
    }
  }

  private void answered(UserSession.Meaning meaning) {
    if (joined || meaning != UserSession.Meaning.JOINED) {
      throw new IllegalStateException(identity.userId() + " got what it cannot read: " + meaning);
    }
    joined = true;
    load.joined();
    messages.passOver(load.nowNs());
    planNext();
  }

  @Override
  public void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {
    load.read(frames);
  }

  @Override
  public void ended(String reason) {
    throw new IllegalStateException(identity.userId() + " has lost its connection: " + reason);
  }

  @Override
  public void flushed() {}

  @Override
  public void wrote(long bytes, long sentNs) {}
}
