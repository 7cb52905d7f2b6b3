package org.boardbench.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** How the starts of two variants belong together. */
public enum Design {
  /** Each start stands alone: Welch's t. */
  INDEPENDENT("Welch's t on logarithms, starts independent"),
  /** Starts of one repetition belong together: t of the differences within repetitions. */
  PAIRED("paired t on logarithms, by repetition");

  /**
   * From here on pairs cost little: where repetitions have nothing in common, the interval of six
   * pairs is 15 % wider than that of independent starts, that of three pairs 55 %.
   */
  public static final int LEAST_PAIRS = 6;

  private final String words;

  Design(String words) {
    this.words = words;
  }

  /** What was computed. */
  public String words() {
    return words;
  }

  /**
   * Chosen by seeds and numbers alone, so that no value has a say in how it is judged: paired from
   * six starts on, when each seed has one start of either variant.
   */
  public static Design of(List<Start> base, List<Start> other) {
    Set<OptionalLong> seeds = seeds(base);
    boolean isPaired =
        base.size() >= LEAST_PAIRS
            && base.size() == other.size()
            && seeds.size() == base.size()
            && !seeds.contains(OptionalLong.empty())
            && seeds.equals(seeds(other));
    return isPaired ? PAIRED : INDEPENDENT;
  }

  private static Set<OptionalLong> seeds(List<Start> starts) {
    Set<OptionalLong> seeds = new HashSet<>();
    starts.forEach(start -> seeds.add(start.seed()));
    return seeds;
  }

  /** Degrees of freedom of so many starts, where both variants spread alike; else it is fewer. */
  double mostDegreesOfFreedom(int base, int other) {
    return this == PAIRED ? base - 1 : base + other - 2;
  }
}
