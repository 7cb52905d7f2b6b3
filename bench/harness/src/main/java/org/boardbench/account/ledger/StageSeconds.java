package org.boardbench.account.ledger;

import org.boardbench.account.record.SecondGrid;

/**
 * The seconds of a closed stage as rows 0, 1, …: the trial's seconds, of which the first and the
 * last are cut at the stage's bounds.
 */
record StageSeconds(SecondGrid grid, long startNs, long endNs) {
  int number() {
    // A stage that ends with a second has no row of the next one.
    return grid.of(Math.max(startNs, endNs - 1)) - first() + 1;
  }

  /** The row of a moment; the nearest one when it is outside. */
  int of(long timeNs) {
    return Math.clamp(grid.of(timeNs) - first(), 0, number() - 1);
  }

  int second(int row) {
    return first() + row;
  }

  long rowStartNs(int row) {
    return Math.max(startNs, grid.startNs(second(row)));
  }

  long rowEndNs(int row) {
    return Math.min(endNs, grid.startNs(second(row) + 1));
  }

  private int first() {
    return grid.of(startNs);
  }
}
