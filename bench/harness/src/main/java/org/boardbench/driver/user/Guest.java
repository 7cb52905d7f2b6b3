package org.boardbench.driver.user;

import org.boardbench.account.ledger.LoopAccounts;

/**
 * One user as somebody who comes and goes on purpose: what the end of a stay and a return do to its
 * place on the board, its messages and its connection. {@link Visits} knows when. Belongs to the
 * loop of its group.
 */
final class Guest implements Visits.Visitor {
  /** A message that a later one of its sender has overtaken by so much is lost. */
  private static final long OVERTAKEN_NS = 1_000_000_000;

  /** How long a server gets to end the connection of who has said good-bye. */
  private static final long GOOD_BYE_NS = 1_000_000_000;

  private final VirtualUser user;
  private final UserGroup group;
  private final LoopAccounts accounts;
  private final Publisher publisher;
  private final long drainNs;
  private final Visits visits;

  /** It had left on purpose, is to be there again, and has not joined so far. */
  private boolean isComing;

  /** Its stay has ended, and the connection is kept for what was sent to it before. */
  private boolean isOwed;

  /**
   * @param drainNs how long who leaves on purpose waits for what was sent to it before
   */
  Guest(VirtualUser user, UserGroup group, long drainNs) {
    this.user = user;
    this.group = group;
    this.accounts = group.accounts();
    this.publisher = user.publisher();
    this.drainNs = drainNs;
    this.visits = new Visits(this, group.visits());
  }

  /** A stage begins, in which nobody has left so far. */
  void enter() {
    isComing = false;
  }

  /** The hold begins, and the user stays as long as {@code times} say; then others likewise. */
  void comeAndGo(StayTimes times, StageTimeline timeline) {
    visits.begin(times, timeline.holdStartNs(), timeline.endNs(), drainNs);
  }

  @Override
  public Visits.Going go(long nowNs, boolean isLast) {
    if (user.isJoined() && !isLast && !publisher.isUpToDate(nowNs)) {
      return Visits.Going.NOT_YET;
    }
    if (user.isJoined() && publisher.isOpen()) {
      user.abort(VirtualUser.DOES_NOT_READ);
    }
    publisher.goOut(nowNs);
    accounts.goneOut(user.number());
    isComing = false;
    user.tryNoMore(nowNs);
    if (user.isJoined()) {
      user.part();
      isOwed = true;
      return Visits.Going.WAITS;
    }
    user.giveUp();
    return Visits.Going.OUT;
  }

  @Override
  public boolean close(long waitedNs) {
    boolean isLast = waitedNs >= drainNs;
    if (!isLast && accounts.awaits(user.number(), waitedNs < OVERTAKEN_NS)) {
      return false;
    }
    isOwed = false;
    accounts.left(user.number());
    group.tally().leftOnPurpose();
    user.sayGoodBye();
    return true;
  }

  @Override
  public boolean come(long sinceNs) {
    if (user.isClosing() && sinceNs < GOOD_BYE_NS) {
      return false;
    }
    isComing = true;
    user.comeAgain();
    return true;
  }

  boolean isOwed() {
    return isOwed;
  }

  /**
   * The user has joined.
   *
   * @param wasOut whether it was to be there again after a stay
   */
  void joined(boolean wasOut, long nowNs) {
    if (isComing) {
      isComing = false;
      group.tally().cameAgain();
    }
    if (wasOut) {
      visits.arrived(nowNs);
    }
  }

  /** An attempt to join has failed: who was to be there again after a stay is away from now on. */
  void failed(long nowNs) {
    if (publisher.isOut()) {
      accounts.keptAway(user.number());
      publisher.comeIn(nowNs);
      visits.arrived(nowNs);
    }
  }

  /** The connection that was kept for what was owed has ended, which nobody had planned. */
  void dropped(String reason, long nowNs) {
    isOwed = false;
    accounts.left(user.number());
    group.tally().dropped(reason);
    accounts.disconnected();
    visits.closed(nowNs);
  }

  /** The stage's sends end: whoever still waits for what was sent to it has waited long enough. */
  void endSends() {
    if (isOwed) {
      close(Long.MAX_VALUE);
    }
  }
}
