package org.boardbench.driver;

import java.util.Map;
import java.util.TreeMap;

/** How often each reason came up; of more than fifty the rest counts as {@code other}. */
final class ReasonTally {
  static final String OTHER = "other";

  private static final int MOST = 50;

  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String reason) {
    add(reason, 1);
  }

  private void add(String reason, int times) {
    boolean isKnown = counts.containsKey(reason) || counts.size() < MOST;
    counts.merge(isKnown ? reason : OTHER, times, Integer::sum);
  }

  void addAll(ReasonTally other) {
    other.counts.forEach(this::add);
  }

  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
