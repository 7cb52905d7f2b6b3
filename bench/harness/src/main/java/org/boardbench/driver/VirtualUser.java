package org.boardbench.driver;

import java.nio.ByteBuffer;
import org.boardbench.measure.LoopAccounts;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * One user: a connection, a place on a board, and messages at their times. Belongs to the loop of
 * its group. While its socket takes no more, it keeps to the message that is due, and sends the
 * late ones with fresh sent times once there is room: none is dropped, none is encoded early.
 */
final class VirtualUser implements Connection.Listener {
  private static final long KEEP_ALIVE_NS = 1_000_000_000;
  private static final long KEEP_ALIVE_WHILE_JOINING_NS = 200_000_000;

  /** What a driver that is in time never leaves unread. */
  private static final long LATE_NS = 100_000_000;

  private enum State {
    AWAY,
    CONNECTING,
    JOINING,
    JOINED,
    LEAVING
  }

  private final UserIdentity identity;
  private final UserGroup.Setting setting;
  private final UserGroup group;
  private final LoopAccounts accounts;
  private State state = State.AWAY;
  private Connection connection;
  private UserSession session;
  private long joinDeadlineNs;
  private long keepAliveNs;

  /** When this attempt to join fails, the driver or the machine is to blame, not the server. */
  private boolean isOurFault;

  private StageCourse course;
  private long dueNs;
  private long nextMessage;

  /** The next message is due and waits for room in the socket; the user is in no queue then. */
  private boolean waiting;

  /** A message has been opened in the account, and not all of it has gone to the kernel. */
  private boolean unsettled;

  /** What that message was due for. */
  private long unsettledNs;

  /** What was due before this had to wait for room in the socket. */
  private long roomSinceNs;

  VirtualUser(UserIdentity identity, UserGroup.Setting setting, UserGroup group) {
    this.identity = identity;
    this.setting = setting;
    this.group = group;
    this.accounts = group.accounts();
  }

  int number() {
    return identity.user();
  }

  boolean isJoined() {
    return state == State.JOINED;
  }

  /** When {@link #runDue} is wanted; fixed while the user is in the group's queue. */
  long dueNs() {
    return dueNs;
  }

  /** Takes part in a stage: publishes if joined, else connects at {@code connectNs}. */
  void enter(StageCourse newCourse, long connectNs) {
    course = newCourse;
    nextMessage = 0;
    if (isJoined()) {
      planNext();
    } else {
      group.joining().incrementAndGet();
      planAt(connectNs);
    }
  }

  private void planAt(long timeNs) {
    dueNs = timeNs;
    group.plan(this);
  }

  private void planNext() {
    planAt(course.schedule().intendedNs(number(), nextMessage));
  }

  /** Does what is due at {@link #dueNs()}. */
  void runDue() {
    if (state == State.JOINED) {
      sendNext();
    } else {
      connect();
    }
  }

  private void connect() {
    long nowNs = setting.clock().nowNs();
    if (state == State.LEAVING) {
      connection.abort("the server did not end the connection");
    }
    state = State.CONNECTING;
    isOurFault = false;
    session = setting.protocol().session(identity, setting.payload());
    joinDeadlineNs = nowNs + setting.join().toNanos();
    keepAliveNs = nowNs + KEEP_ALIVE_WHILE_JOINING_NS;
    group.connections().incrementAndGet();
    connection = setting.dialer().dial(group.loop(), this);
  }

  @Override
  public void opened() {
    state = State.JOINING;
    session.opened(connection::send);
  }

  private void joined() {
    state = State.JOINED;
    group.joining().decrementAndGet();
    accounts.joined(number());
    nextMessage = course.schedule().firstFrom(number(), setting.clock().nowNs());
    planNext();
  }

  private void sendNext() {
    if (dueNs >= course.endNs()) {
      return;
    }
    if (connection.isHeld()) {
      waiting = true;
      return;
    }
    long intendedNs = dueNs;
    group.tally().scheduled(course.isHold(intendedNs));
    nextMessage++;
    // Before the send, which may find the connection broken and count what is due.
    dueNs = course.schedule().intendedNs(number(), nextMessage);
    unsettled = true;
    unsettledNs = intendedNs;
    long nowNs = setting.clock().nowNs();
    if (course.isHold(intendedNs) && intendedNs >= roomSinceNs) {
      group.tally().sends(intendedNs, nowNs);
    }
    CharSequence stamp = accounts.sending(number(), course.phase(intendedNs), intendedNs, nowNs);
    connection.send(frame(stamp));
    if (state == State.JOINED) {
      if (!connection.isHeld()) {
        settle();
      }
      group.plan(this);
    }
  }

  private ByteBuffer frame(CharSequence stamp) {
    OutgoingFrame frame = group.frame();
    byte[] room = frame.room(session.strokeBytes());
    return frame.frame(session.stroke(stamp, room, OutgoingFrame.TEXT_AT));
  }

  private void settle() {
    if (unsettled) {
      unsettled = false;
      accounts.sent(number());
    }
  }

  @Override
  public void flushed() {
    settle();
    roomSinceNs = setting.clock().nowNs();
    if (waiting) {
      waiting = false;
      group.plan(this);
    }
  }

  /** Whether a message of the stage is still to be sent, or has not all gone. */
  boolean hasUnsent() {
    return isJoined() && (unsettled || dueNs < course.endNs());
  }

  /**
   * Ends the stage's sends, and joining. What was due and found no room has been scheduled and not
   * sent; a message that has gone in part ends the connection, for the rest would come in a later
   * stage.
   */
  void endSends() {
    waiting = false;
    if (isJoined()) {
      countUnsent(course.endNs(), connection.isHeld());
      if (unsettled) {
        connection.abort("server does not read");
      }
    } else if (isUnderWay()) {
      connection.abort(setting.joinTimedOut());
    }
  }

  /**
   * @param byServer whether it was the server that kept them from leaving
   */
  private void countUnsent(long endNs, boolean byServer) {
    while (dueNs < endNs) {
      group.tally().scheduled(course.isHold(dueNs));
      if (byServer) {
        countHeldBack(dueNs);
      }
      nextMessage++;
      dueNs = course.schedule().intendedNs(number(), nextMessage);
    }
  }

  private void countHeldBack(long intendedNs) {
    if (course.isHold(intendedNs)) {
      group.tally().heldBack();
    }
  }

  @Override
  public void text(byte[] bytes, int offset, int length, long receivedNs) {
    LoopAccounts.Outcome outcome = accounts.frame(number(), bytes, offset, length, receivedNs);
    // The answer to a join may share a frame with strokes.
    if (outcome != LoopAccounts.Outcome.COUNTED || state == State.JOINING) {
      boolean strokesAreCounted = outcome != LoopAccounts.Outcome.NOT_A_STROKE;
      session.messages(
          bytes,
          offset,
          length,
          (of, from, size) -> {
            if (!strokesAreCounted || !accounts.isStroke(number(), of, from, size)) {
              message(of, from, size, receivedNs);
            }
          });
    }
  }

  /** What is no stroke has a meaning in the protocol. */
  private void message(byte[] bytes, int offset, int length, long receivedNs) {
    if (!connection.isOpen()) {
      return; // an earlier message of the same frame has ended it
    }
    switch (session.received(bytes, offset, length, connection::send)) {
      case JOINED -> confirmed();
      case ERROR -> refused("error: " + session.lastError());
      case UNKNOWN -> accounts.corrupt(number(), receivedNs);
      case HOUSEKEEPING -> {}
    }
  }

  private void confirmed() {
    if (state == State.JOINING) {
      joined();
    }
  }

  private void refused(String reason) {
    if (state == State.JOINING) {
      connection.abort(reason);
    } else {
      group.tally().answeredError(reason);
    }
  }

  @Override
  public void binary(long receivedNs) {
    accounts.corrupt(number(), receivedNs);
  }

  @Override
  public void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {
    accounts.read(bytes, frames, ownStamp, receivedNs, readNs);
  }

  @Override
  public void readLate(double bufferPct, long readNs) {
    accounts.readLate(bufferPct, readNs);
  }

  @Override
  public void wrote(long bytes, long sentNs) {
    accounts.wrote(bytes, sentNs);
  }

  /** Keeps the deadlines and the protocol's promises; called a few times a second. */
  void tend(long nowNs) {
    if (isUnderWay() && nowNs >= joinDeadlineNs) {
      timeOut(nowNs);
    } else if ((state == State.JOINING || isJoined()) && nowNs >= keepAliveNs) {
      keepAliveNs = nowNs + (isJoined() ? KEEP_ALIVE_NS : KEEP_ALIVE_WHILE_JOINING_NS);
      boolean kept =
          session.keepAlive(
              nowNs, connection.lastReceivedNs(), connection.lastSentNs(), connection::send);
      if (!kept) {
        connection.abort("heart-beat missed");
      }
    }
  }

  /**
   * The deadline is the server's: what it answered in time counts, however late the driver handles
   * it. When that is not yet the end of joining, the driver has used up time of the server's: there
   * is a little more then, and a failure is the driver's own.
   */
  private void timeOut(long nowNs) {
    boolean hadWaited = connection.takeWaiting() && nowNs - connection.lastReceivedNs() >= LATE_NS;
    if (hadWaited && !isOurFault) {
      isOurFault = true;
    } else if (isUnderWay()) {
      connection.abort(setting.joinTimedOut());
    }
  }

  private boolean isUnderWay() {
    return state == State.CONNECTING || state == State.JOINING;
  }

  /** Says good-bye, or gives up a connection that is not that far yet. */
  void leave() {
    if (isUnderWay()) {
      connection.abort("left before it had joined");
    } else if (isJoined()) {
      session.closing(connection::send);
      if (isJoined()) { // else the word found the connection broken
        depart();
        state = State.LEAVING;
        connection.close();
      }
    }
  }

  /** Mirrors {@link #joined}. */
  private void depart() {
    if (unsettled) {
      unsettled = false;
      accounts.notSent(number());
      countHeldBack(unsettledNs);
    }
    accounts.left(number());
  }

  @Override
  public void failedHere(String reason) {
    isOurFault = true;
    ended(reason);
  }

  @Override
  public void ended(String reason) {
    State last = state;
    state = State.AWAY;
    group.connections().decrementAndGet();
    if (last == State.JOINED) {
      countUnsent(Math.min(setting.clock().nowNs(), course.endNs()), true);
      depart();
      group.tally().dropped(reason);
    } else if (last != State.LEAVING) {
      group.joining().decrementAndGet();
      if (isOurFault) {
        group.tally().failedHere(reason);
      } else {
        group.tally().failed(reason);
      }
    }
  }
}
