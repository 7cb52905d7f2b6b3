package org.boardbench.trial.source;

import java.util.List;
import org.boardbench.plan.model.ObjectiveSpec;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.trial.capacity.LoadOutcome;

/**
 * Says of rows which objectives they keep. It reads them as they are stored, so that a search that
 * goes on later finds what this one did.
 */
record Objectives(List<ObjectiveSpec> specs) {
  Objectives {
    specs = List.copyOf(specs);
  }

  LoadOutcome outcome(StoredRow<StageRecord> row) {
    return new LoadOutcome(
        row.number(StageCounts.USERS),
        row.flag(StageCosts.VALID).orElse(false),
        specs.stream().map(objective -> isKept(objective, row)).toList());
  }

  /** What was not measured is not kept: nothing came back, or nothing was owed. */
  private static boolean isKept(ObjectiveSpec objective, StoredRow<StageRecord> row) {
    return row.figure(StageTimes.RTT_P99_MS) <= objective.rttP99().toMillis()
        && row.figure(StageExtras.OWED_LOST_PCT) <= objective.owedLossPct()
        && row.figure(StageCounts.DISCONNECTS) <= objective.disconnects();
  }
}
