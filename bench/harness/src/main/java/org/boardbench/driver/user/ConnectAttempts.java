package org.boardbench.driver.user;

/**
 * One user's attempts to connect and join: when the next is due, and how long each may take. In the
 * queue while the user waits for its next attempt.
 */
final class ConnectAttempts extends DueQueue.Entry {
  private final int user;
  private final ReconnectPolicy policy;
  private final long joinNs;
  private final Runnable attempt;
  private long number;
  private int inRow;
  private long pauseNs;
  private long startNs;
  private long joinedNs;

  /**
   * @param joinNs how long an attempt may take
   * @param attempt begins one
   */
  ConnectAttempts(int user, ReconnectPolicy policy, long joinNs, Runnable attempt) {
    this.user = user;
    this.policy = policy;
    this.joinNs = joinNs;
    this.attempt = attempt;
  }

  @Override
  void due(long nowNs) {
    attempt.run();
  }

  /** The next attempt begins. */
  void begin(long nowNs) {
    number++;
    startNs = nowNs;
  }

  /** What failed before has nothing to do with the attempts to come. */
  void startAnew() {
    inRow = 0;
  }

  /** When the latest attempt began. */
  long startNs() {
    return startNs;
  }

  boolean hasTimedOut(long nowNs) {
    return nowNs - startNs >= joinNs;
  }

  /** The latest attempt has led to its end. */
  void joined(long nowNs) {
    joinedNs = nowNs;
  }

  /** The latest attempt has failed: when the next is due, or {@link ReconnectPolicy#NEVER}. */
  long failed(long nowNs) {
    return next(nowNs);
  }

  /** The user was joined and has dropped: when the next attempt is due, or never. */
  long dropped(long nowNs) {
    if (policy.hasStayed(nowNs - joinedNs, pauseNs)) {
      inRow = 0;
    }
    return next(nowNs);
  }

  private long next(long nowNs) {
    long pause = policy.pauseNs(user, number, inRow);
    if (pause == ReconnectPolicy.NEVER) {
      return ReconnectPolicy.NEVER;
    }
    inRow++;
    pauseNs = pause;
    return nowNs + pause;
  }
}
