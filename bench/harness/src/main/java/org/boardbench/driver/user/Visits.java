package org.boardbench.driver.user;

/**
 * When one user of a hold leaves on purpose and comes again: in the queue while it waits for that.
 * What happens then is the user's. Ends with the hold, but who has gone out by then still waits for
 * what is owed to it.
 */
final class Visits extends DueQueue.Entry {
  /** What the user can do when it is asked to end its stay. */
  enum Going {
    /** A message of its own is due, or has not all gone to the kernel. */
    NOT_YET,
    /** Done; what was sent to it is still under way. */
    WAITS,
    /** Done; it has no connection. */
    OUT
  }

  /** The user whose visits these are. */
  interface Visitor {
    /**
     * Is to end its stay.
     *
     * @param isLast whether it must, whatever is due
     */
    Going go(long nowNs, boolean isLast);

    /**
     * Closes its connection, if all has come that is owed to it or it has waited long enough.
     *
     * @param waitedNs since it has ended its stay
     */
    boolean close(long waitedNs);

    /**
     * Connects again, unless the good-bye of its last connection is still under way: a new one
     * would cut that off.
     *
     * @param sinceNs since that connection was closed
     * @return whether it does
     */
    boolean come(long sinceNs);
  }

  private enum Next {
    GO,
    CLOSE,
    COME
  }

  /** Until a message that is due has left. */
  private static final long RETRY_NS = 1_000_000;

  /**
   * From one look for what is owed to the next. The first comes as late, for a sender of another
   * loop may have counted this user in and not have written its message down yet.
   */
  private static final long LOOK_NS = 20_000_000;

  private final Visitor user;
  private final DueQueue queue;
  private StayTimes times;
  private long endNs;
  private long patienceNs;
  private Next next = Next.GO;

  /** When it must end its stay, whatever is due. */
  private long lastNs;

  private long goneNs;
  private long comesNs;
  private long closedNs;

  Visits(Visitor user, DueQueue queue) {
    this.user = user;
    this.queue = queue;
  }

  /**
   * The hold begins.
   *
   * @param patienceNs how long what is due at a stay's end may hold it up
   */
  void begin(StayTimes ofUser, long startNs, long holdEndNs, long patienceNs) {
    times = ofUser;
    endNs = holdEndNs;
    this.patienceNs = patienceNs;
    stay(startNs, times.restOfStayNs());
  }

  /** The first attempt of a visit has ended, whether the user has joined or not. */
  void arrived(long nowNs) {
    stay(nowNs, times.stayNs());
  }

  private void stay(long nowNs, long stayNs) {
    next = Next.GO;
    lastNs = nowNs + stayNs + patienceNs;
    queueWithinHold(nowNs + stayNs);
  }

  private void queueWithinHold(long timeNs) {
    if (timeNs < endNs) {
      queue.add(this, timeNs);
    }
  }

  @Override
  void due(long nowNs) {
    switch (next) {
      case GO -> go(nowNs);
      case CLOSE -> close(nowNs);
      case COME -> {
        if (!user.come(nowNs - closedNs)) {
          queueWithinHold(nowNs + LOOK_NS);
        }
      }
    }
  }

  private void go(long nowNs) {
    switch (user.go(nowNs, nowNs >= lastNs)) {
      case NOT_YET -> queueWithinHold(nowNs + RETRY_NS);
      case WAITS -> {
        outFrom(nowNs);
        next = Next.CLOSE;
        queue.add(this, nowNs + LOOK_NS);
      }
      case OUT -> {
        outFrom(nowNs);
        closed(nowNs);
      }
    }
  }

  private void outFrom(long nowNs) {
    goneNs = nowNs;
    comesNs = nowNs + times.outNs();
  }

  private void close(long nowNs) {
    if (user.close(nowNs - goneNs)) {
      closed(nowNs);
    } else {
      queue.add(this, nowNs + LOOK_NS);
    }
  }

  /** The connection is no more, by whomever. */
  void closed(long nowNs) {
    next = Next.COME;
    closedNs = nowNs;
    queue.remove(this);
    queueWithinHold(Math.max(nowNs, comesNs));
  }
}
