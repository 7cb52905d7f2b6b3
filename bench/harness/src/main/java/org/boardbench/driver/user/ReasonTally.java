package org.boardbench.driver.user;

import java.util.HashMap;
import java.util.Map;
import org.boardbench.driver.io.ConnectionErrors;

/**
 * How often each reason came up. A server that has a new text for every failure must not fill the
 * heap: the first {@link #MOST_REASONS} are told apart, further ones are counted as one. What the
 * driver's machine failed at is always told apart, as there are only so many errors.
 */
public final class ReasonTally {
  static final int MOST_REASONS = 20;

  /** Stands for all that are not told apart. */
  static final String FURTHER = "further reasons";

  private final Map<String, Integer> counts = new HashMap<>();

  void add(String reason) {
    add(reason, 1);
  }

  void addAll(ReasonTally other) {
    other.counts.forEach(this::add);
  }

  private void add(String reason, int times) {
    boolean toldApart =
        counts.size() < MOST_REASONS
            || counts.containsKey(reason)
            || ConnectionErrors.isOfThisMachine(reason);
    counts.merge(toldApart ? reason : FURTHER, times, Integer::sum);
  }

  public Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
