package org.boardbench.trial.capacity;

import java.util.List;

/**
 * A start of a server from fresh processes that has come to its end.
 *
 * @param holds in order; none when the server never became ready
 */
public record FreshStart(List<LoadOutcome> holds) {
  public FreshStart {
    holds = List.copyOf(holds);
  }

  /** Whether a hold has come to its end. */
  public boolean hasMeasured() {
    return !holds.isEmpty();
  }
}
