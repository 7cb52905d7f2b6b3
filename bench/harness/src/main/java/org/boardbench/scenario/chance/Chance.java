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

  /** A normal number of mean 0 and deviation 1, by the method of Box and Muller (1958). */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
