package org.boardbench.findings.ranking;

/** What the starts of a variant say of a load together. */
public enum LoadState {
  /** By more than half of the starts that can say. */
  KEPT,
  /** By half of them or more. */
  BROKEN,
  /** No more than half of the starts have valid rows that can say. */
  UNDECIDED
}
