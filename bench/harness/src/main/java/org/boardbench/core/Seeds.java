package org.boardbench.core;

/** Seeds that follow from another one: the same each time, and as good as independent. */
public final class Seeds {
  /** SplittableRandom steps by this: seeds that differ by it give one sequence, shifted. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** The seed of part {@code number}; SplitMix64's finalizer, since generators start alike else. */
  public static long mix(long seed, long number) {
    long z = seed + number * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
