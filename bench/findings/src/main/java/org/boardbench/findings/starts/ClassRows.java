package org.boardbench.findings.starts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/**
 * Rows of one message class as if their stages had no other messages, so that they are estimated
 * and judged as all rows are. What no class has for itself, such as CPU, is not measured in them.
 */
public final class ClassRows {
  /**
   * Of these rows alone: the share of deliveries that came too late for a droppable class. It is
   * made of times, so it is not measured where a row is invalid.
   */
  public static final Column<StageRecord> LATE_PCT =
      new Column<>(
          ClassColumns.LATE_PCT.name(),
          ClassColumns.LATE_PCT.type(),
          ClassColumns.LATE_PCT.unit(),
          ClassColumns.LATE_PCT.edition(),
          ClassColumns.LATE_PCT.doc(),
          _ -> Cells.NOT_MEASURED);

  /** What the row of the stage says of all its messages. */
  private static final List<Column<StageRecord>> OF_STAGE =
      List.of(
          StageCounts.BOARDS,
          StageCounts.HOLD_S,
          StageTimes.ARRIVAL_CLOCK,
          StageExtras.BOTTLENECK,
          StageCosts.VALID,
          StageCosts.INVALID_REASONS);

  private ClassRows() {}

  /**
   * The stage as the class alone made it.
   *
   * @param stage of the same attempt and number
   */
  public static StoredStage of(StoredRow<ClassRecord> row, StoredStage stage) {
    Map<String, String> cells = new HashMap<>();
    ClassColumns.TABLE.columns().forEach(column -> cells.put(column.name(), row.text(column)));
    OF_STAGE.forEach(column -> cells.put(column.name(), stage.text(column)));
    if (!stage.isValid()) {
      cells.put(LATE_PCT.name(), Cells.NOT_MEASURED);
    }
    return new StoredStage(StoredRow.of(cells), stage.reasons());
  }

  /** A figure that classes have; empty where there is none of this name. */
  public static Optional<StageFigure> figure(String name) {
    if (name.equals(LATE_PCT.name())) {
      return Optional.of(new StageFigure(LATE_PCT, Optional.empty()));
    }
    return names().contains(name) ? StageFigure.of(name) : Optional.empty();
  }

  /** Of all figures that classes have. */
  public static List<String> names() {
    List<String> ofStages = StageFigure.names();
    return Stream.concat(
            ClassColumns.TABLE.columns().stream().map(Column::name).filter(ofStages::contains),
            Stream.of(LATE_PCT.name()))
        .toList();
  }
}
