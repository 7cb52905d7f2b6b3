package org.boardbench.trial.capacity;

import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * The loads that small steps lead to, the same for all starts, so that what they say of a load can
 * be counted together. One is 5 % above the other, and one user at least.
 */
final class LoadGrid {
  /** From one load to the next. */
  static final double STEP = 1.05;

  /** A mean of equal loads may come out a hair below them. */
  private static final double ROUNDING = 1e-6;

  private final NavigableSet<Integer> loads = new TreeSet<>();

  LoadGrid(int least, int most) {
    for (int load = least; load < most; load = Math.max(load + 1, (int) Math.round(load * STEP))) {
      loads.add(load);
    }
    loads.add(most);
  }

  int first() {
    return loads.first();
  }

  /** The next one above {@code users}; empty when there is none. */
  OptionalInt above(int users) {
    return optional(loads.higher(users));
  }

  /** The next one below {@code users}; empty when there is none. */
  OptionalInt below(int users) {
    return optional(loads.lower(users));
  }

  /** The highest one of at most {@code users}; the first one when all are higher. */
  int atMost(double users) {
    Integer found = loads.floor((int) (users + ROUNDING));
    return found == null ? first() : found;
  }

  private static OptionalInt optional(Integer load) {
    return load == null ? OptionalInt.empty() : OptionalInt.of(load);
  }
}
