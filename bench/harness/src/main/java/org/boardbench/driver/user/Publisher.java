package org.boardbench.driver.user;

import org.boardbench.account.ledger.LoopAccounts;
import org.boardbench.core.RunClock;
import org.boardbench.driver.ws.Connection;
import org.boardbench.driver.ws.OutgoingFrame;
import org.boardbench.protocol.UserSession;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * One user's messages of a stage, each at its time. The schedule goes on whether the user is joined
 * or not: what is due while it is away is unserved. While the socket takes no more, the message
 * that is due waits, and late ones go out with fresh sent times once there is room: none is
 * dropped, none is encoded early. Belongs to the loop of its group; a send allocates nothing.
 *
 * <p>In the queue while a joined user's next message waits for its time. A user who drops stays in
 * there, to no effect; a user who is back before that time has come still has the same message
 * next.
 */
final class Publisher extends DueQueue.Entry {
  private final int user;
  private final RunClock clock;
  private final UserGroup group;
  private final LoopAccounts accounts;

  /** Null while the user is not joined. */
  private Connection connection;

  private UserSession session;

  /** Null between stages, and in those that are without this user. */
  private StageTimeline timeline;

  /** Whether messages count: since the user first joined in this stage, or since the hold began. */
  private boolean isCounting;

  /** The user is not there on purpose: what is due is nobody's. */
  private boolean isOut;

  /** Stands on the next one; null without a stage. */
  private ScheduleCursor messages;

  /** The next message is due and waits for room in the socket; the user is in no queue then. */
  private boolean isWaiting;

  /** A message has been opened in the account, and not all of it has gone to the kernel. */
  private boolean isOpen;

  /** What that message was due for. */
  private long openNs;

  private MessageClass openClass = MessageClass.STROKE;

  /** What was due before this had to wait for room in the socket. */
  private long roomSinceNs;

  Publisher(int user, RunClock clock, UserGroup group) {
    this.user = user;
    this.clock = clock;
    this.group = group;
    this.accounts = group.accounts();
  }

  /** A stage begins; all its messages lie in the future. */
  void enter(StageTimeline newTimeline) {
    timeline = newTimeline;
    messages = newTimeline.messages(user);
    isCounting = false;
    isOut = false;
    if (connection != null) {
      countFrom(newTimeline.startNs());
      queue();
    }
  }

  /** The user has joined: goes on with the first message that is not due yet. */
  void joined(Connection to, UserSession of) {
    connection = to;
    session = of;
    roomSinceNs = clock.nowNs();
    if (timeline != null) {
      comeIn(roomSinceNs);
      passOver(roomSinceNs);
      if (!isCounting) {
        countFrom(roomSinceNs);
      }
      queue();
    }
  }

  /** The user is joined no more. A message of which a part is still here never left. */
  void parted() {
    if (isOpen) {
      isOpen = false;
      accounts.notSent(user);
      if (timeline != null) {
        accounts.unserved(user, openClass.number(), timeline.phase(openNs), openNs);
      }
    }
    isWaiting = false;
    connection = null;
    session = null;
  }

  /** Whether the user could leave now: all that is due has gone to the kernel. */
  boolean isUpToDate(long nowNs) {
    return !isOpen && messages.intendedNs() > nowNs;
  }

  /** A message has gone in part. */
  boolean isOpen() {
    return isOpen;
  }

  boolean isOut() {
    return isOut;
  }

  /** The user ends its stay: what was due so far and has not left is unserved. */
  void goOut(long nowNs) {
    passOver(nowNs + 1);
    timeline.absences().begin(user, nowNs + 1);
    isOut = true;
    parted();
  }

  /** Who was out is to be there from now on. */
  void comeIn(long nowNs) {
    if (isOut) {
      isOut = false;
      timeline.absences().end(user, nowNs);
      countFrom(nowNs);
    }
  }

  /** What is due before {@code timeNs} is unserved: the user is away, or its socket is full. */
  void passOver(long timeNs) {
    if (timeline == null || isOut) {
      return;
    }
    long untilNs = Math.min(timeNs, timeline.endNs());
    if (!isCounting && untilNs > timeline.holdStartNs()) {
      countFrom(timeline.holdStartNs());
    }
    while (isCounting && messages.intendedNs() < untilNs) {
      long intendedNs = messages.intendedNs();
      MessageClass messageClass = messages.messageClass();
      countInRamp(messageClass, intendedNs);
      accounts.unserved(user, messageClass.number(), timeline.phase(intendedNs), intendedNs);
      messages.advance();
    }
  }

  private void countFrom(long timeNs) {
    isCounting = true;
    messages.passOver(timeNs);
  }

  private void countInRamp(MessageClass messageClass, long intendedNs) {
    if (!timeline.isHold(intendedNs)) {
      group.tally().scheduledInRamp(messageClass);
    }
  }

  private void queue() {
    if (!isQueued()) {
      group.sends().add(this, messages.intendedNs());
    }
  }

  @Override
  void due(long nowNs) {
    if (connection == null || timeline == null || messages.intendedNs() >= timeline.endNs()) {
      return;
    }
    if (messages.intendedNs() > nowNs) {
      queue(); // it was queued before its user dropped, for a message that is unserved
    } else if (connection.isBackpressured()) {
      isWaiting = true;
    } else {
      send();
    }
  }

  private void send() {
    long intendedNs = messages.intendedNs();
    long firstPointNs = messages.firstPointNs();
    MessageClass messageClass = messages.messageClass();
    int bodyBytes = messages.bytes();
    countInRamp(messageClass, intendedNs);
    // Before the send, which may find the connection broken and have what is due counted.
    messages.advance();
    isOpen = true;
    openNs = intendedNs;
    openClass = messageClass;
    long nowNs = clock.nowNs();
    if (timeline.isHold(intendedNs) && intendedNs >= roomSinceNs) {
      group.tally().sends(intendedNs, nowNs);
    }
    CharSequence stamp =
        accounts.sending(
            user,
            messageClass.number(),
            timeline.phase(intendedNs),
            firstPointNs,
            intendedNs,
            nowNs);
    session.beforeMessage(connection);
    if (connection != null) { // else what goes ahead has found it broken
      OutgoingFrame frame = group.frame();
      connection.send(frame, session.messageKind(), written(stamp, bodyBytes, frame));
    }
    if (connection != null) {
      if (!connection.isBackpressured()) {
        settle();
      }
      queue();
    }
  }

  /** Writes the message into the frame's room; returns its bytes. */
  private int written(CharSequence stamp, int bodyBytes, OutgoingFrame frame) {
    byte[] room = frame.room(session.messageBytes(bodyBytes));
    return session.message(stamp, bodyBytes, room, OutgoingFrame.PAYLOAD_AT);
  }

  private void settle() {
    if (isOpen) {
      isOpen = false;
      accounts.sent(user);
    }
  }

  /** The socket has room again. */
  void flushed() {
    settle();
    roomSinceNs = clock.nowNs();
    if (isWaiting) {
      isWaiting = false;
      queue();
    }
  }

  /** Whether a message of the stage is still to be sent, or has not all gone. */
  boolean hasUnsent() {
    return connection != null
        && timeline != null
        && (isOpen || messages.intendedNs() < timeline.endNs());
  }

  /**
   * Ends the stage's sends. What is left of the schedule is unserved where the server had no
   * connection for the user or took no more bytes; else the driver owes it.
   *
   * @return whether a message has gone in part
   */
  boolean endSends() {
    isWaiting = false;
    if (timeline != null) {
      if (connection == null || connection.isBackpressured()) {
        passOver(timeline.endNs());
      } else {
        countFrom(timeline.endNs());
      }
    }
    return isOpen;
  }

  /** The stage is closed. */
  void leaveStage() {
    timeline = null;
    messages = null;
    isOut = false;
  }
}
