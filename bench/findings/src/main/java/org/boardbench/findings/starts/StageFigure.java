package org.boardbench.findings.starts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.CellType;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Units;
import org.boardbench.statistics.FigureKind;

/**
 * What is looked at in a row: a column of {@code stages.csv}, or one divided by another.
 *
 * @param per what it is divided by; empty for the column itself
 */
public record StageFigure(Column<StageRecord> column, Optional<Column<StageRecord>> per) {
  private static final String DIVIDED = " / ";

  /** Low and high of the percentiles that have an interval over messages. */
  private static final Map<Column<StageRecord>, List<Column<StageRecord>>> ENDS =
      Map.of(
          StageTimes.RTT_P95_MS,
          List.of(StageExtras.RTT_P95_LOW_MS, StageExtras.RTT_P95_HIGH_MS),
          StageTimes.RTT_P99_MS,
          List.of(StageExtras.RTT_P99_LOW_MS, StageExtras.RTT_P99_HIGH_MS));

  private static final Set<String> TIMES = Set.of(Units.MS, Units.US);

  private static final Set<Column<StageRecord>> SHARES =
      Set.of(StageCounts.LOSS_PCT, StageExtras.OWED_LOST_PCT, ClassRows.LATE_PCT);

  /**
   * By its name, {@code rtt_p95_ms} or {@code ramp_lost / ramp_expected}; empty where a column is
   * unknown, or holds no measured number.
   */
  public static Optional<StageFigure> of(String name) {
    int divided = name.indexOf(DIVIDED);
    if (divided < 0) {
      return column(name).map(column -> new StageFigure(column, Optional.empty()));
    }
    Optional<Column<StageRecord>> per = column(name.substring(divided + DIVIDED.length()));
    return per.isEmpty()
        ? Optional.empty()
        : column(name.substring(0, divided)).map(column -> new StageFigure(column, per));
  }

  private static Optional<Column<StageRecord>> column(String name) {
    return StageColumns.TABLE.columns().stream()
        .filter(column -> column.name().equals(name) && isMeasured(column))
        .findFirst();
  }

  /** Of all columns that hold a measured number. */
  public static List<String> names() {
    return StageColumns.TABLE.columns().stream()
        .filter(StageFigure::isMeasured)
        .map(Column::name)
        .toList();
  }

  private static boolean isMeasured(Column<StageRecord> column) {
    return column.type() == CellType.COUNT || column.type() == CellType.DECIMAL;
  }

  public String name() {
    return column.name() + per.map(below -> DIVIDED + below.name()).orElse("");
  }

  /** Empty for what has none. */
  public String unit() {
    return per.isPresent() ? "" : column.unit();
  }

  public FigureKind kind() {
    if (TIMES.contains(column.unit())) {
      return FigureKind.TIME;
    }
    if (per.isEmpty() && SHARES.contains(column)) {
      return FigureKind.SHARE;
    }
    return column.unit().equals(Units.PER_S) ? FigureKind.RATE : FigureKind.COST;
  }

  /**
   * Whether it counts, or is a part of what was counted: mostly 0, so that its mean over starts
   * says little, and how many starts are within a bound says more.
   */
  public boolean isCounted() {
    return column.type() == CellType.COUNT || (per.isEmpty() && column.unit().equals(Units.PCT));
  }

  /** NaN where it was not measured, or would be divided by nothing. */
  public FigureValue of(StoredStage row) {
    FigureValue shown = FigureValue.of(row, column);
    if (per.isEmpty()) {
      return shown;
    }
    double below = row.figure(per.get());
    return below > 0
        ? new FigureValue(shown.value() / below, shown.atLeast())
        : new FigureValue(Double.NaN, false);
  }

  /**
   * How far the messages of the start leave a percentile open: half of the 95 % interval of its
   * logarithm. NaN where the row does not say, and of what is a lower bound anyhow.
   */
  public double messages(StoredStage row) {
    List<Column<StageRecord>> ends = ENDS.getOrDefault(column, List.of());
    FigureValue value = of(row);
    if (ends.isEmpty() || per.isPresent() || value.atLeast()) {
      return Double.NaN;
    }
    double half =
        Math.max(
            Math.log(value.value() / row.figure(ends.getFirst())),
            Math.log(row.figure(ends.getLast()) / value.value()));
    return Double.isFinite(half) ? half : Double.NaN;
  }
}
