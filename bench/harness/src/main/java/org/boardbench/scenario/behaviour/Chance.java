package org.boardbench.scenario.behaviour;

import java.util.SplittableRandom;

/** One user's chance: the same seed gives the same numbers on every machine. */
final class Chance {
  private final SplittableRandom random;

  Chance(long userSeed) {
    this.random = new SplittableRandom(userSeed);
  }

  /** From 0 to below 1. */
  double share() {
    return random.nextDouble();
  }

  /**
   * An exponential time with this mean. By {@link StrictMath}, because the last digit of {@link
   * Math#log} may differ between machines.
   */
  double exponential(double mean) {
    return -StrictMath.log(1 - random.nextDouble()) * mean;
  }
}
