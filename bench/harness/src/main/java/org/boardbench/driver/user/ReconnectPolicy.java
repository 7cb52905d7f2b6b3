package org.boardbench.driver.user;

import java.util.SplittableRandom;
import org.boardbench.plan.model.ReconnectSpec;

/**
 * How long users wait before they try again: a pause of its own after the first failure, then a
 * back-off that doubles, each shortened by chance; or as a client library does. The chance depends
 * on seed, user and attempt alone, so that a run can be repeated.
 */
public final class ReconnectPolicy {
  /** The answer when there is no next attempt. */
  static final long NEVER = Long.MAX_VALUE;

  /** Beyond, doubling would overflow; every bound is reached long before. */
  private static final int MOST_DOUBLINGS = 30;

  private static final long MS = 1_000_000;

  private static final long[] PHOENIX_MS = {10, 50, 100, 150, 200, 250, 500, 1_000, 2_000, 5_000};

  private static final long SOCKET_IO_FIRST_MS = 1_000;
  private static final long SOCKET_IO_LONGEST_MS = 5_000;

  /** By how much of itself a pause of socket.io is shorter or longer, at most. */
  private static final double SOCKET_IO_JITTER = 0.5;

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
    if (spec.client().isPresent()) {
      return MS * ofClient(spec.client().get(), chance(user, attempt), inRow);
    }
    double shortened = 1 - spec.jitterPct() / 100.0 * chance(user, attempt);
    return (long) (shortened * fullPauseNs(inRow));
  }

  /** In ms. */
  private static long ofClient(ReconnectSpec.Client client, double chance, int inRow) {
    return switch (client) {
      case PHOENIX -> PHOENIX_MS[Math.min(inRow, PHOENIX_MS.length - 1)];
      case SOCKET_IO -> {
        long doubled = SOCKET_IO_FIRST_MS << Math.min(MOST_DOUBLINGS, inRow);
        double jittered = doubled * (1 + SOCKET_IO_JITTER * (2 * chance - 1));
        yield (long) Math.min(jittered, SOCKET_IO_LONGEST_MS);
      }
    };
  }

  private long fullPauseNs(int inRow) {
    if (inRow == 0) {
      return spec.first().toNanos();
    }
    long doubled = spec.shortest().toMillis() << Math.min(MOST_DOUBLINGS, inRow - 1);
    return MS * Math.min(doubled, spec.longest().toMillis());
  }

  /**
   * Whether a user who stayed joined for so long starts from the first pause again: it must have
   * outlived its last pause, and the shortest back-off, or a server that confirms joins and drops
   * the users at once would be called upon without any pause. Client libraries do not care: theirs
   * begin anew as soon as they are connected.
   */
  boolean hasStayed(long joinedForNs, long lastPauseNs) {
    return spec.client().isPresent()
        || joinedForNs >= Math.max(lastPauseNs, spec.shortest().toNanos());
  }

  /** From 0 to 1. */
  private double chance(int user, long attempt) {
    long ofUser = new SplittableRandom(seed).nextLong() + user;
    long ofAttempt = new SplittableRandom(ofUser).nextLong() + attempt;
    return new SplittableRandom(ofAttempt).nextDouble();
  }
}
