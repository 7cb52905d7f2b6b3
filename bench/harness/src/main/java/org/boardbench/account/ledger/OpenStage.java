package org.boardbench.account.ledger;

import org.boardbench.account.record.HistogramFile;
import org.boardbench.account.record.HoldWindow;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.SecondGrid;
import org.boardbench.plan.model.StageSpec;

/**
 * A stage while it is open: what all loops share of it.
 *
 * @param startNs when its ramp began
 * @param membersAtStart users that had joined by then
 * @param aside for the times of seconds that have long been over
 */
record OpenStage(
    int number,
    StageSpec spec,
    SecondGrid grid,
    long startNs,
    int membersAtStart,
    HoldWindow hold,
    MessageLedger ledger,
    HistogramFile aside) {
  /** The kind of the messages that the stage's row is about; a warm-up has no other. */
  Phase.Kind mainKind() {
    return Phase.Kind.mainOf(number);
  }

  /** The kind that a moment of the stage belongs to: the hold lasts until the drain's end. */
  Phase.Kind kindAt(long timeNs) {
    return number == 0 || hold.hasBegun(timeNs) ? mainKind() : Phase.Kind.RAMP;
  }

  /** Its seconds, once it is closed. */
  StageSeconds rows(long endNs) {
    return new StageSeconds(grid, startNs, endNs);
  }

  Phase phase(Phase.Kind kind) {
    return new Phase(kind, number);
  }

  boolean has(Phase phase) {
    return phase.stage() == number && (phase.kind() == Phase.Kind.WARM_UP) == (number == 0);
  }
}
