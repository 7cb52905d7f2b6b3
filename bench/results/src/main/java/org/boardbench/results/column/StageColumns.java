package org.boardbench.results.column;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code stages.csv}, of which each part declares some. */
public final class StageColumns {
  public static final TableSpec<StageRecord> TABLE =
      new TableSpec<>(
          "stages.csv",
          "A finished stage of a trial. Figures are of the hold, and its times are response times"
              + " unless they say otherwise.",
          all());

  private StageColumns() {}

  private static List<Column<StageRecord>> all() {
    return Stream.of(
            StageCounts.FIRST.all(),
            StageTimes.FIRST.all(),
            StageCosts.FIRST.all(),
            StageExtras.SECOND.all())
        .flatMap(List::stream)
        .toList();
  }
}
