package org.boardbench.report.figure;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Panel;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/**
 * The faults of one trial as bands of the time axis, behind all curves: from when each came until
 * it was undone. What is not undone is as thin as can be seen.
 */
final class FaultBands {
  private static final double MS_PER_S = 1e3;
  private static final Color COLOUR = new Color(0xF2D9BF);

  /** A part of the axis. */
  private static final double THINNEST = 0.005;

  private final List<Fault> faults;
  private final Axis time;

  /** In seconds of the trial. */
  private record Fault(String words, double from, double to) {
    static Fault of(StoredRow<EventRecord> row) {
      double from = seconds(row, EventColumns.AT_MS);
      double to = seconds(row, EventColumns.ENDED_MS);
      String words =
          String.format(
              Locale.ROOT,
              "%s of %s at %.1f s",
              row.text(EventColumns.KIND),
              row.text(EventColumns.COMPONENT),
              from);
      return new Fault(words, from, Double.isNaN(to) ? from : to);
    }

    private static double seconds(StoredRow<EventRecord> row, Column<EventRecord> since) {
      return (row.figure(EventColumns.HOLD_MS) + row.figure(since)) / MS_PER_S;
    }
  }

  /**
   * @param events of the trial; those that never came are left out
   */
  FaultBands(List<StoredRow<EventRecord>> events, Axis time) {
    this.time = time;
    this.faults =
        events.stream().map(Fault::of).filter(fault -> !Double.isNaN(fault.from())).toList();
  }

  /** As high as the axis. */
  List<Panel.Bar> bars(Axis y) {
    return faults.stream()
        .map(fault -> {
          double thinnest = THINNEST * (time.max() - time.min());
          double width = Math.max(thinnest, fault.to() - fault.from());
          return new Panel.Bar(fault.from() + width / 2, width, y.min(), y.max(), COLOUR);
        })
        .toList();
  }

  /** Empty when nothing was made to fail. */
  String caption() {
    return faults.isEmpty()
        ? ""
        : faults.stream()
            .map(Fault::words)
            .collect(Collectors.joining(", ", " Coloured bands are faults: ", "."));
  }
}
