package org.boardbench.scenario.chance;

import java.util.SplittableRandom;

/**
 * One user's chance: the same seed gives the same numbers on every machine. By {@link StrictMath},
 * because the last digit of {@link Math#log} and its like may differ between machines. Used by one
 * thread; allocates nothing.
 */
public final class Chance {
  private final SplittableRandom random;

  public Chance(long userSeed) {
    this.random = new SplittableRandom(userSeed);
  }

  /** From 0 to below 1. */
  public double share() {
    return random.nextDouble();
  }

  /** An exponential time with this mean. */
  public double exponential(double mean) {
    return -StrictMath.log(1 - random.nextDouble()) * mean;
  }

  /**
   * A normal number of mean 0 and deviation 1, by the polar method (Marsaglia and Bray, 1964),
   * which needs no cosine: {@link StrictMath} has none that allocates nothing.
   */
  public double normal() {
    double x;
    double square;
    do {
      x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
  }
}
