package org.boardbench.trial.capacity;

import java.util.Collections;
import java.util.List;

/**
 * What came of one hold under one load.
 *
 * @param isValid whether its figures are the server's; those of an invalid row decide nothing
 * @param kept for each objective, in the plan's order, whether the figures are within it
 */
public record LoadOutcome(int users, boolean isValid, List<Boolean> kept) {
  public LoadOutcome {
    kept = List.copyOf(kept);
  }

  /**
   * The server ended by itself under the load: whatever else is known of it, no objective is kept.
   */
  public static LoadOutcome serverEnded(int users, int objectives) {
    return new LoadOutcome(users, true, Collections.nCopies(objectives, false));
  }

  boolean hasKept(int objective) {
    return isValid && kept.get(objective);
  }

  boolean hasViolated(int objective) {
    return isValid && !kept.get(objective);
  }

  /**
   * Whether the figures are beyond every objective, valid or not: backlog, collections and users
   * that were cut off would weigh on whatever the same start measured next.
   */
  boolean isOverload() {
    return !kept.contains(true);
  }
}
