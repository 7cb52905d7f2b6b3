package org.boardbench.driver.user;

import java.util.SplittableRandom;
import org.boardbench.plan.model.ReconnectSpec;

/**
 * How long users wait before they try again: a pause of its own after the first failure, then a
 * back-off that doubles, each shortened by chance. The chance depends on seed, user and attempt
 * alone, so that a run can be repeated.
 */
public final class ReconnectPolicy {
  /** The answer when there is no next attempt. */
  static final long NEVER = Long.MAX_VALUE;

  /** Beyond, doubling would overflow; every bound is reached long before. */
  private static final int MOST_DOUBLINGS = 30;

  private final ReconnectSpec spec;
  private final long seed;

  public ReconnectPolicy(ReconnectSpec spec, long seed) {
    this.spec = spec;
    this.seed = seed;
  }

  /**
   * The pause before the next attempt.
   *
   * @param attempt number of the user's attempt that has failed, or whose connection has dropped
   * @param inRow failures and drops before it since the user last stayed joined
   * @return in ns, or {@link #NEVER}
   */
  long pauseNs(int user, long attempt, int inRow) {
    if (spec.isNever()) {
      return NEVER;
    }
    double shortened = 1 - spec.jitterPct() / 100.0 * chance(user, attempt);
    return (long) (shortened * fullPauseNs(inRow));
  }

  private long fullPauseNs(int inRow) {
    if (inRow == 0) {
      return spec.first().toNanos();
    }
    long doubled = spec.shortest().toMillis() << Math.min(MOST_DOUBLINGS, inRow - 1);
    return 1_000_000 * Math.min(doubled, spec.longest().toMillis());
  }

  /**
   * Whether a user who stayed joined for so long starts from the first pause again: it must have
   * outlived its last pause, and the shortest back-off, or a server that confirms joins and drops
   * the users at once would be called upon without any pause.
   */
  boolean hasStayed(long joinedForNs, long lastPauseNs) {
    return joinedForNs >= Math.max(lastPauseNs, spec.shortest().toNanos());
  }

  /** From 0 to 1. */
  private double chance(int user, long attempt) {
    long ofUser = new SplittableRandom(seed).nextLong() + user;
    long ofAttempt = new SplittableRandom(ofUser).nextLong() + attempt;
    return new SplittableRandom(ofAttempt).nextDouble();
  }
}
