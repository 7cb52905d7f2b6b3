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
  public static final Column<StageRecord> LATE_PCT = own(ClassColumns.LATE_PCT);

  /** Of these rows alone, too: how old a point is when the others have it. */
  public static final Column<StageRecord> POINT_AGE_P50_MS = own(ClassColumns.POINT_AGE_P50_MS);

  public static final Column<StageRecord> POINT_AGE_P95_MS = own(ClassColumns.POINT_AGE_P95_MS);
  public static final Column<StageRecord> POINT_AGE_P99_MS = own(ClassColumns.POINT_AGE_P99_MS);

  /** What no stage has. */
  private static final List<Column<StageRecord>> OWN =
      List.of(LATE_PCT, POINT_AGE_P50_MS, POINT_AGE_P95_MS, POINT_AGE_P99_MS);

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

  private static Column<StageRecord> own(Column<ClassRecord> column) {
    return new Column<>(
        column.name(),
        column.type(),
        column.unit(),
        column.edition(),
        column.doc(),
        _ -> Cells.NOT_MEASURED);
  }

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
    return OWN.stream()
        .filter(column -> column.name().equals(name))
        .map(column -> new StageFigure(column, Optional.empty()))
        .findFirst()
        .or(() -> names().contains(name) ? StageFigure.of(name) : Optional.empty());
  }

  /** Of all figures that classes have. */
  public static List<String> names() {
    List<String> ofStages = StageFigure.names();
    return Stream.concat(
            ClassColumns.TABLE.columns().stream().map(Column::name).filter(ofStages::contains),
            OWN.stream().map(Column::name))
        .toList();
  }
}
