package org.boardbench.driver.user;

import java.util.Optional;
import org.boardbench.account.ledger.LoopAccounts;
import org.boardbench.account.result.ConnectionMoment;
import org.boardbench.driver.io.ConnectionErrors;
import org.boardbench.driver.ws.Connection;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * One user: a connection, a place on a board, and messages at their times. Holds the user's state
 * and what changes it; {@link ConnectAttempts} knows when to connect, {@link Publisher} what to
 * send, {@link Guest} what it is to come and go. Belongs to the loop of its group.
 */
public final class VirtualUser implements Connection.Listener {
  private static final long KEEP_ALIVE_NS = 1_000_000_000;
  private static final long KEEP_ALIVE_WHILE_JOINING_NS = 200_000_000;

  /** What a driver that is in time never leaves unread. */
  private static final long LATE_NS = 100_000_000;

  /** The reason of a disconnect that the plan has. */
  private static final String CUT = "cut as planned";

  /** The reason where it takes no more of a message, and the rest would come too late. */
  static final String DOES_NOT_READ = "server does not read";

  private final UserIdentity identity;
  private final UserGroup.Setting setting;
  private final UserGroup group;
  private final LoopAccounts accounts;
  private final ConnectAttempts attempts;
  private final Publisher publisher;
  private final Guest guest;
  private UserState state = UserState.AWAY;
  private Connection connection;
  private UserSession session;
  private long keepAliveNs;

  /** When this attempt to join fails, the driver or the machine is to blame, not the server. */
  private boolean isOurFault;

  /** The stage's ramp waits for the end of its first attempt. */
  private boolean isNewcomer;

  /** It was joined, has dropped, and is not back. */
  private boolean isMissing;

  VirtualUser(UserIdentity identity, UserGroup.Setting setting, UserGroup group) {
    this.identity = identity;
    this.setting = setting;
    this.group = group;
    this.accounts = group.accounts();
    this.attempts =
        new ConnectAttempts(number(), setting.reconnect(), setting.join().toNanos(), this::connect);
    this.publisher = new Publisher(number(), setting.clock(), group);
    this.guest = new Guest(this, group, setting.drain().toNanos());
  }

  public int number() {
    return identity.user();
  }

  Publisher publisher() {
    return publisher;
  }

  Guest guest() {
    return guest;
  }

  boolean isJoined() {
    return state == UserState.JOINED;
  }

  /** Whether it has ended its connection, and the server has not done so yet. */
  boolean isClosing() {
    return state == UserState.LEAVING;
  }

  /** Whether it has no connection and will try for none. */
  public boolean isIdle() {
    return (state == UserState.AWAY || state == UserState.LEAVING) && !attempts.isQueued();
  }

  /** Takes part in a stage; who is idle connects at {@code connectNs}. */
  public void enter(StageTimeline timeline, long connectNs) {
    isNewcomer = isIdle();
    guest.enter();
    publisher.enter(timeline);
    if (isNewcomer) {
      group.newcomers().incrementAndGet();
      group.connects().add(attempts, connectNs);
    }
  }

  /** The hold begins, and the user stays as long as {@code times} say; then others likewise. */
  public void comeAndGo(StayTimes times, StageTimeline timeline) {
    guest.comeAndGo(times, timeline);
  }

  void abort(String reason) {
    connection.abort(reason);
  }

  /** Its stay ends: it is not missed any more, and does not try to come back by itself. */
  void tryNoMore(long nowNs) {
    group.connects().remove(attempts);
    if (isMissing) {
      isMissing = false;
      changed(ConnectionMoment.Change.LEFT, nowNs);
    }
    endFirstAttempt();
  }

  /** Joined so far; its connection stays. */
  void part() {
    state = state.to(UserState.LEAVING);
  }

  /** Ends an attempt to join, if one is under way. */
  void giveUp() {
    if (isUnderWay()) {
      state = state.to(UserState.LEAVING);
      connection.abort("left before it had joined");
    }
  }

  /** Ends the connection of who has parted. */
  void sayGoodBye() {
    session.closing(connection);
    if (state == UserState.LEAVING) { // else the word found the connection broken
      connection.close();
    }
  }

  /** Connects now; what failed before counts no more. */
  void comeAgain() {
    attempts.startAnew();
    connect();
  }

  private void connect() {
    if (state == UserState.LEAVING) {
      connection.abort("the server did not end the connection");
    }
    isOurFault = false;
    long nowNs = setting.clock().nowNs();
    state = state.to(UserState.CONNECTING);
    session = setting.protocol().session(identity, setting.payload().body(identity));
    attempts.begin(nowNs);
    changed(ConnectionMoment.Change.ATTEMPT, nowNs);
    keepAliveNs = nowNs + KEEP_ALIVE_WHILE_JOINING_NS;
    group.connections().incrementAndGet();
    connection = group.dial(identity, this);
  }

  @Override
  public void handshakeSent() {
    group.sendDue();
  }

  @Override
  public void opened() {
    state = state.to(UserState.JOINING);
    group.tally().connected(attempts.startNs(), connection.lastReceivedNs());
    changed(ConnectionMoment.Change.OPENED, connection.lastReceivedNs());
    session.opened(connection);
    if (session.isJoinedOnceOpen()) {
      confirmed();
    }
    group.sendDue();
  }

  private void joined() {
    state = state.to(UserState.JOINED);
    group.tally().joined(attempts.startNs(), connection.lastReceivedNs());
    attempts.joined(setting.clock().nowNs());
    endFirstAttempt();
    accounts.joined(number());
    if (isMissing) {
      isMissing = false;
      group.tally().reconnected();
      changed(ConnectionMoment.Change.RETURNED, connection.lastReceivedNs());
      accounts.reconnected();
    }
    boolean wasOut = publisher.isOut();
    publisher.joined(connection, session);
    guest.joined(wasOut, setting.clock().nowNs());
  }

  private void changed(ConnectionMoment.Change change, long timeNs) {
    group.tally().changed(change, number(), timeNs);
  }

  private void endFirstAttempt() {
    if (isNewcomer) {
      isNewcomer = false;
      group.newcomers().decrementAndGet();
    }
  }

  @Override
  public void flushed() {
    publisher.flushed();
  }

  /**
   * Ends the stage's sends. A message that has gone in part ends the connection, for the rest would
   * come in a later stage. An attempt to connect goes on into the next stage.
   */
  void endSends() {
    guest.endSends();
    if (publisher.endSends()) {
      connection.abort(DOES_NOT_READ);
    }
  }

  @Override
  public void frame(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
    if (kind == FrameKind.BINARY && !session.takesBinary()) {
      accounts.corrupt(number(), receivedNs);
      return;
    }
    if (session.takesHistory(bytes, offset, length)) {
      group.tally().gotHistory(attempts.startNs(), receivedNs, length);
      return;
    }
    LoopAccounts.Outcome outcome = accounts.frame(number(), bytes, offset, length, receivedNs);
    // The answer to a join may share a frame with strokes.
    if (outcome != LoopAccounts.Outcome.COUNTED
        || state == UserState.JOINING
        || session.holdsOthers(bytes, offset, length)) {
      boolean strokesAreCounted = outcome != LoopAccounts.Outcome.NOT_A_STROKE;
      session.messages(
          bytes,
          offset,
          length,
          (of, from, size) -> {
            if (!strokesAreCounted || !accounts.isStroke(number(), of, from, size)) {
              message(kind, of, from, size, receivedNs);
            }
          });
    }
  }

  /** What is no stroke has a meaning in the protocol. */
  private void message(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
    if (!connection.isOpen()) {
      return; // an earlier message of the same frame has ended it
    }
    switch (session.received(kind, bytes, offset, length, connection)) {
      case JOINED -> confirmed();
      case ERROR -> refused("error: " + session.lastError());
      case UNKNOWN -> accounts.corrupt(number(), receivedNs);
      case HOUSEKEEPING -> {}
    }
  }

  private void confirmed() {
    if (state == UserState.JOINING) {
      joined();
    }
  }

  private void refused(String reason) {
    if (state == UserState.JOINING) {
      connection.abort(reason);
    } else {
      group.tally().answeredError(reason);
    }
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
    if (isUnderWay() && attempts.hasTimedOut(nowNs)) {
      timeOut(nowNs);
    } else if (nowNs >= keepAliveNs
        && (state == UserState.JOINING || isJoined() || guest.isOwed())) {
      keepAlive(nowNs);
    }
    if (!isJoined()) {
      publisher.passOver(nowNs);
    }
  }

  private void keepAlive(long nowNs) {
    keepAliveNs = nowNs + (isJoined() ? KEEP_ALIVE_NS : KEEP_ALIVE_WHILE_JOINING_NS);
    boolean kept =
        session.keepAlive(nowNs, connection.lastReceivedNs(), connection.lastSentNs(), connection);
    if (!kept) {
      connection.abort("heart-beat missed");
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
      Optional<String> awaited =
          state == UserState.JOINING ? Optional.of(session.awaited()) : Optional.empty();
      connection.abort(setting.joinTimedOut(awaited));
    }
  }

  private boolean isUnderWay() {
    return state == UserState.CONNECTING || state == UserState.JOINING;
  }

  /** Ends the connection of a joined user without a word; false when it is not joined. */
  boolean cut() {
    boolean isCut = isJoined();
    if (isCut) {
      connection.abort(CUT);
    }
    return isCut;
  }

  /** Says good-bye, or gives up a connection that is not that far yet; tries no more. */
  void leave() {
    group.connects().remove(attempts);
    isMissing = false;
    if (isUnderWay()) {
      giveUp();
    } else if (isJoined()) {
      session.closing(connection);
      if (isJoined()) { // else the word found the connection broken
        depart();
        state = state.to(UserState.LEAVING);
        connection.close();
      } else {
        group.connects().remove(attempts);
      }
    }
  }

  /** Mirrors {@link #joined}. */
  private void depart() {
    publisher.parted();
    accounts.left(number());
  }

  @Override
  public void ended(String reason) {
    UserState last = state;
    state = state.to(UserState.AWAY);
    group.connections().decrementAndGet();
    long nowNs = setting.clock().nowNs();
    if (last == UserState.JOINED) {
      depart();
      isMissing = true;
      group.tally().dropped(reason);
      changed(ConnectionMoment.Change.DROPPED, nowNs);
      accounts.disconnected();
      tryAgainAt(attempts.dropped(nowNs));
    } else if (guest.isOwed()) {
      guest.dropped(reason, nowNs);
    } else if (last != UserState.LEAVING) {
      endFirstAttempt();
      group.tally().failed(reason, isOurFault || ConnectionErrors.isOfThisMachine(reason));
      changed(ConnectionMoment.Change.FAILED, nowNs);
      accounts.connectFailed();
      guest.failed(nowNs);
      tryAgainAt(attempts.failed(nowNs));
    }
  }

  private void tryAgainAt(long timeNs) {
    if (timeNs != ReconnectPolicy.NEVER) {
      group.connects().add(attempts, timeNs);
    }
  }
}
