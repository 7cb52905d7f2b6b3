package org.boardbench.report.figure;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.boardbench.findings.recovery.FaultNames;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
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

  /** So pale that curves stand out; those of one name have one. */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0xF2D9BF),
          new Color(0xCCE2F1),
          new Color(0xDDD6EC),
          new Color(0xD3E9D6),
          new Color(0xEFD0DA));

  /** Of the piece in the legend, in points. */
  private static final double LEGEND_WIDTH = 5;

  /** A part of the axis. */
  private static final double THINNEST = 0.005;

  private final List<Fault> faults;
  private final List<String> names;
  private final Axis time;

  /** In seconds of the trial. */
  private record Fault(String name, String words, double from, double to) {
    static Fault of(StoredRow<EventRecord> row, FaultNames names) {
      double from = seconds(row, EventColumns.AT_MS);
      double to = seconds(row, EventColumns.ENDED_MS);
      String words =
          String.format(
              Locale.ROOT,
              "%s of %s at %.1f s",
              row.text(EventColumns.KIND),
              row.text(EventColumns.COMPONENT),
              from);
      return new Fault(names.of(row), words, from, Double.isNaN(to) ? from : to);
    }

    private static double seconds(StoredRow<EventRecord> row, Column<EventRecord> since) {
      return (row.figure(EventColumns.HOLD_MS) + row.figure(since)) / MS_PER_S;
    }
  }

  /**
   * @param events of the run; those of other trials and those that never came are not drawn
   */
  FaultBands(
      List<StoredRow<EventRecord>> events, String trialId, FaultNames faultNames, Axis time) {
    this.time = time;
    names = faultNames.of(events);
    faults =
        events.stream()
            .filter(row -> row.text(EventColumns.TRIAL_ID).equals(trialId))
            .map(row -> Fault.of(row, faultNames))
            .filter(fault -> !Double.isNaN(fault.from()))
            .toList();
  }

  /** A piece of each colour with the fault's name. */
  List<Curve> legend() {
    return names.stream()
        .filter(name -> faults.stream().anyMatch(fault -> fault.name().equals(name)))
        .map(name -> new Curve(name, Look.line(colour(name), LEGEND_WIDTH), List.of()))
        .toList();
  }

  /** The same in the figures of all trials. */
  private Color colour(String name) {
    return COLOURS.get(names.indexOf(name) % COLOURS.size());
  }

  /** As high as the axis. */
  List<Panel.Bar> bars(Axis y) {
    return faults.stream()
        .map(fault -> {
          double thinnest = THINNEST * (time.max() - time.min());
          double width = Math.max(thinnest, fault.to() - fault.from());
          return new Panel.Bar(
              fault.from() + width / 2, width, y.min(), y.max(), colour(fault.name()));
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
