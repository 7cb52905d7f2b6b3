package org.boardbench.findings.recovery;

import java.util.Arrays;
import java.util.stream.Stream;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.column.RecoveryColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.table.DecimalMedian;
import org.boardbench.results.table.StoredRow;

/**
 * The RTT of those who stayed while others were away: whom a fault that is not theirs disturbs.
 * Only where it hit some users and not all. Each second has a p99 of its own, and what is taken is
 * the middle one of them: to take them together nobody has kept the times.
 */
final class ConnectedUsers {
  private static final double MS_PER_S = 1e3;

  /** Seconds before the fault, at most. */
  private static final int BEFORE = 10;

  private ConnectedUsers() {}

  /** NaN where not all users were known to be divided, or no whole second was measured. */
  static double beforeMs(StoredFault fault) {
    double holdMs = fault.event().figure(EventColumns.HOLD_MS);
    double endMs = holdMs + fault.event().figure(EventColumns.PLANNED_MS);
    double[] p99 = p99(fault, Math.max(holdMs, endMs - (BEFORE + 1) * MS_PER_S), endMs);
    return DecimalMedian.of(Arrays.copyOfRange(p99, Math.max(0, p99.length - BEFORE), p99.length));
  }

  /** The same from when the last of the others knew until they were back. */
  static double duringMs(StoredFault fault) {
    double backMs = RecoveryFigure.column(fault, RecoveryColumns.BACK_100_MS);
    double knownMs = RecoveryFigure.column(fault, RecoveryColumns.DETECTION_LAST_MS);
    return DecimalMedian.of(
        p99(
            fault,
            fault.momentMs() + knownMs,
            fault.momentMs() + (Double.isNaN(backMs) ? fault.watchedMs() : backMs)));
  }

  /** Of the whole seconds between, in order. */
  private static double[] p99(StoredFault fault, double fromMs, double untilMs) {
    double dropped = RecoveryFigure.column(fault, RecoveryColumns.DROPPED);
    Stream<StoredRow<SecondRecord>> whole =
        fault.seconds().stream()
            .filter(_ -> dropped > 0 && dropped < fault.stage().users())
            .filter(row -> MS_PER_S * row.number(SecondColumns.SECOND) >= fromMs)
            .filter(row -> MS_PER_S * (row.number(SecondColumns.SECOND) + 1) <= untilMs);
    return whole
        .mapToDouble(row -> row.figure(SecondColumns.RTT_P99_MS))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
