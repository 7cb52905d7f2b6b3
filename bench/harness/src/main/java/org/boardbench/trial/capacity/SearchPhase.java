package org.boardbench.trial.capacity;

/** What a start is for. */
public enum SearchPhase {
  /** One start in large steps: about where the capacities are. */
  BRACKET,
  /** Starts in small steps, each of which has a capacity of its own. */
  STAIRCASE,
  /** Starts straight at the capacity that was found, with a longer hold. */
  CONFIRMATION
}
