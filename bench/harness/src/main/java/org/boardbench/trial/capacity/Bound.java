package org.boardbench.trial.capacity;

/** What a load is for an objective, in MLRsearch's words. */
enum Bound {
  /** The objective is kept there. */
  LOWER,
  /** It is not. */
  UPPER,
  /** Too little is known, or too much of it is invalid. */
  UNDECIDED
}
