package org.boardbench.findings.recovery;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.results.column.RecoveryColumns;
import org.boardbench.results.row.RecoveryRecord;
import org.boardbench.results.table.CellType;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/**
 * What is looked at after a fault. A time that never came is at least as long as anybody watched,
 * so that a server which does not come back cannot look good by it.
 */
public enum RecoveryFigure {
  DETECTION_FIRST(RecoveryColumns.DETECTION_FIRST_MS, "Known to the first (ms)"),
  DETECTION_LAST(RecoveryColumns.DETECTION_LAST_MS, "Known to the last (ms)"),
  /** Of the one who was away longest. */
  AWAY(RecoveryColumns.AWAY_MAX_MS, "Away at most (ms)", RecoveryFigure::awayAtLeast),
  BACK_50(RecoveryColumns.BACK_50_MS, "50 % back (ms)", StoredFault::watchedMs),
  BACK_99(RecoveryColumns.BACK_99_MS, "99 % back (ms)", StoredFault::watchedMs),
  BACK_100(RecoveryColumns.BACK_100_MS, "All back (ms)", StoredFault::watchedMs),
  RECOVERY(
      RecoveryColumns.RECOVERY_MS,
      "Recovery (ms)",
      fault -> fault.watchedMs() - RecoveryFigure.EVIDENCE_MS),
  LOST(RecoveryColumns.LOST, "Lost while connected"),
  MISSED(RecoveryColumns.MISSED, "Missed while away"),
  DIP(RecoveryColumns.DIP_USER_S, "Missing (user-seconds)"),
  ATTEMPTS_PEAK(RecoveryColumns.ATTEMPTS_PER_S_MAX, "Attempts at peak (1/s)"),
  ATTEMPTS_FAILED(RecoveryColumns.ATTEMPTS_FAILED, "Attempts refused"),
  /** Of who was connected before: the RTT p99 of the middle second. */
  OTHERS_BEFORE("others_rtt_p99_before_ms", "RTT p99 before (ms)", ConnectedUsers::beforeMs),
  /** Of who was connected while others were away. */
  OTHERS_DURING("others_rtt_p99_during_ms", "RTT p99 of the others (ms)", ConnectedUsers::duringMs);

  /**
   * What it takes to see that all is well: five whole seconds, and the part of one before them that
   * the end cuts off.
   */
  private static final double EVIDENCE_MS = 6_000;

  private final String key;
  private final String title;
  private final boolean isCount;

  @SuppressWarnings("ImmutableEnumChecker") // A function of what it is given.
  private final Function<StoredFault, FigureValue> value;

  RecoveryFigure(
      String key, String title, Function<StoredFault, FigureValue> value, boolean isCount) {
    this.key = key;
    this.title = title;
    this.value = value;
    this.isCount = isCount;
  }

  RecoveryFigure(Column<RecoveryRecord> column, String title) {
    this(
        column.name(),
        title,
        fault -> new FigureValue(atLeastZero(column(fault, column)), false),
        column.type() == CellType.COUNT);
  }

  /**
   * @param leastMs what it is at least where it did not come
   */
  RecoveryFigure(
      Column<RecoveryRecord> column, String title, ToDoubleFunction<StoredFault> leastMs) {
    this(column.name(), title, fault -> censored(fault, column, leastMs), false);
  }

  RecoveryFigure(String key, String title, ToDoubleFunction<StoredFault> ms) {
    this(key, title, fault -> new FigureValue(ms.applyAsDouble(fault), false), false);
  }

  private static FigureValue censored(
      StoredFault fault, Column<RecoveryRecord> column, ToDoubleFunction<StoredFault> leastMs) {
    double value = column(fault, column);
    boolean isMissing =
        Double.isNaN(value) && (column.equals(RecoveryColumns.RECOVERY_MS) || isAnybodyDue(fault));
    return isMissing
        ? new FigureValue(atLeastZero(leastMs.applyAsDouble(fault)), true)
        : new FigureValue(atLeastZero(value), false);
  }

  /** Whether users had dropped whose stay went on: of others nothing ever comes. */
  private static boolean isAnybodyDue(StoredFault fault) {
    double left = column(fault, RecoveryColumns.LEFT_AWAY);
    return column(fault, RecoveryColumns.DROPPED) > (Double.isNaN(left) ? 0 : left);
  }

  /** Whoever stayed away had dropped when the last one did, or before. */
  private static double awayAtLeast(StoredFault fault) {
    double lastMs = column(fault, RecoveryColumns.DETECTION_LAST_MS);
    return fault.watchedMs() - (Double.isNaN(lastMs) ? 0 : lastMs);
  }

  /** It may show a moment before the clock is read. */
  private static double atLeastZero(double value) {
    return value < 0 ? 0 : value;
  }

  /** NaN where it was not measured. */
  static double column(StoredFault fault, Column<RecoveryRecord> column) {
    return fault
        .recovery()
        .map((StoredRow<RecoveryRecord> row) -> row.figure(column))
        .orElse(Double.NaN);
  }

  /** Of a fault that came; NaN where it was not measured. */
  public FigureValue of(StoredFault fault) {
    return value.apply(fault);
  }

  /** In files. */
  public String key() {
    return key;
  }

  /** With its unit in parentheses. */
  public String title() {
    return title;
  }

  /** Whether one fault has a whole number of it. */
  public boolean isCount() {
    return isCount;
  }
}
