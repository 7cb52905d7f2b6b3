package org.boardbench.driver;

import java.util.Map;
import java.util.TreeMap;

/** How often each reason came up. */
final class ReasonTally {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String reason) {
    counts.merge(reason, 1, Integer::sum);
  }

  void addAll(ReasonTally other) {
    other.counts.forEach((reason, count) -> counts.merge(reason, count, Integer::sum));
  }

  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
