package org.boardbench.trial.source;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.plan.model.ObjectiveSpec;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
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

  /**
   * What came of a start.
   *
   * @param rows of its holds, in order
   * @param trial how it ended: a server that ended in a ramp has left no row of it, and one that
   *     ended in a hold perhaps one that looks well
   */
  List<LoadOutcome> outcomes(List<StoredRow<StageRecord>> rows, StoredRow<TrialRecord> trial) {
    List<LoadOutcome> outcomes = new ArrayList<>(rows.stream().map(this::outcome).toList());
    trial
        .optionalNumber(TrialColumns.SERVER_ENDED_USERS)
        .ifPresent(users -> {
          outcomes.removeIf(hold -> hold.users() == users);
          outcomes.add(LoadOutcome.serverEnded(users, specs.size()));
        });
    return outcomes;
  }

  /** What was not measured is not kept: nothing came back, or nothing was owed. */
  private static boolean isKept(ObjectiveSpec objective, StoredRow<StageRecord> row) {
    return row.figure(StageTimes.RTT_P99_MS) <= objective.rttP99().toMillis()
        && row.figure(StageExtras.OWED_LOST_PCT) <= objective.owedLossPct()
        && row.figure(StageCounts.DISCONNECTS) <= objective.disconnects();
  }
}
