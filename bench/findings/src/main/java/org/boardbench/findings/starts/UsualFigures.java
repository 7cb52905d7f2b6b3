package org.boardbench.findings.starts;

import java.util.List;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.table.Column;

/** What is looked at where nobody names figures. */
public final class UsualFigures {
  private UsualFigures() {}

  /** Loss is of what was owed where rows know that, else of what was expected. */
  public static List<StageFigure> of(List<StoredStage> rows) {
    boolean knowOwed =
        rows.stream().anyMatch(row -> !Double.isNaN(row.figure(StageExtras.OWED_LOST_PCT)));
    return List.of(
            StageTimes.RTT_P50_MS,
            StageTimes.RTT_P95_MS,
            StageTimes.RTT_P99_MS,
            StageCounts.TPS,
            knowOwed ? StageExtras.OWED_LOST_PCT : StageCounts.LOSS_PCT,
            StageTimes.DELIVERY_P99_MS,
            StageTimes.REACH_100_P95_MS,
            StageCosts.CPU_MEAN_PCT,
            StageCosts.MEMORY_MAX_MIB)
        .stream()
        .map(Column::name)
        .flatMap(name -> StageFigure.of(name).stream())
        .toList();
  }
}
