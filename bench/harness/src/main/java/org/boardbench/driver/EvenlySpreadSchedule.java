package org.boardbench.driver;

import java.util.SplittableRandom;

/** {@code intended(n) = start + offset(rank) + ⌈n · 10⁹ / rate⌉}, ranks in seeded order. */
final class EvenlySpreadSchedule implements ArrivalSchedule {
  private static final double NS_PER_S = 1e9;

  private final double ratePerUser;
  private final long[] firstNs;

  EvenlySpreadSchedule(int users, double ratePerUser, long startNs, long seed) {
    this.ratePerUser = ratePerUser;
    this.firstNs = new long[users];
    int[] rankOf = shuffledRanks(users, new SplittableRandom(seed));
    double periodNs = NS_PER_S / ratePerUser;
    for (int user = 0; user < users; user++) {
      firstNs[user] = startNs + (long) (rankOf[user] * periodNs / users);
    }
  }

  private static int[] shuffledRanks(int users, SplittableRandom random) {
    int[] ranks = new int[users];
    for (int i = 0; i < users; i++) {
      int other = random.nextInt(i + 1);
      ranks[i] = ranks[other];
      ranks[other] = i;
    }
    return ranks;
  }

  @Override
  public long intendedNs(int user, long n) {
    return firstNs[user] + (long) Math.ceil(n * NS_PER_S / ratePerUser);
  }
}
