package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.boardbench.calibrate.CalibrationEvent;
import org.boardbench.results.OneLine;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.Finding;
import org.boardbench.store.CalibrationCase;

/** What a calibration has found, as tables for a terminal of 100 columns. */
final class CalibrationTables {
  private static final List<String> TIMES =
      List.of(
          CalibrationFigure.RTT_P50,
          CalibrationFigure.RTT_P95,
          CalibrationFigure.RTT_P99,
          CalibrationFigure.RTT_MAX);

  private CalibrationTables() {}

  static void print(CalibrationEvent.CalibrationEnded calibration, PrintStream out) {
    out.print(render(calibration.cases()));
    calibration.failures().forEach(failure -> out.println(" MISSED " + OneLine.of(failure)));
    out.println("Calibration: " + calibration.folder());
    out.flush();
  }

  static String render(List<CalibrationCase> cases) {
    return "\n"
        + faults(cases)
        + times(cases)
        + capacity(cases)
        + noise(cases)
        + interference(cases);
  }

  private static Stream<CalibrationCase> of(CalibrationPart part, List<CalibrationCase> cases) {
    return cases.stream()
        .filter(ended -> !ended.rows().isEmpty())
        .filter(ended -> ended.rows().getFirst().part() == part);
  }

  private static String faults(List<CalibrationCase> cases) {
    TextTable table = new TextTable("fault", "injected", "counts that agree");
    of(CalibrationPart.TRUTH, cases)
        .filter(ended -> find(ended, CalibrationFigure.INJECTED).isPresent())
        .forEach(ended -> {
          List<Finding> judged = judged(ended);
          long agreeing = judged.stream().filter(finding -> !finding.isMissed()).count();
          table.row(
              name(ended),
              whole(find(ended, CalibrationFigure.INJECTED)),
              agreeing + " of " + judged.size());
        });
    return table.text();
  }

  private static List<Finding> judged(CalibrationCase ended) {
    return ended.rows().stream()
        .map(CalibrationRow::finding)
        .filter(finding -> finding.ok().isPresent())
        .toList();
  }

  private static String times(List<CalibrationCase> cases) {
    TextTable table =
        new TextTable(
            "known time, ms", "RTT p50", "error", "p95", "error", "p99", "error", "max", "error");
    of(CalibrationPart.TRUTH, cases)
        .filter(ended -> find(ended, CalibrationFigure.RTT_MAX).isPresent())
        .forEach(ended ->
            table.row(
                Stream.concat(
                        Stream.of(name(ended)),
                        TIMES.stream()
                            .flatMap(figure ->
                                Stream.of(number(find(ended, figure)), error(ended, figure))))
                    .toArray(String[]::new)));
    return table.text();
  }

  private static String capacity(List<CalibrationCase> cases) {
    TextTable table = new TextTable("users-boards", "honest up to, deliveries/s", "limited by");
    of(CalibrationPart.CAPACITY, cases)
        .forEach(ended ->
            table.row(
                name(ended),
                whole(find(ended, CalibrationFigure.LIMIT)),
                ended.limitedBy().orElse(Figures.NOT_MEASURED)));
    return table.text();
  }

  private static String noise(List<CalibrationCase> cases) {
    TextTable table = new TextTable("same against same", "spread, %");
    summaries(CalibrationPart.NOISE, cases)
        .forEach(finding -> table.row(finding.figure(), number(finding.measured())));
    return table.text();
  }

  private static String interference(List<CalibrationCase> cases) {
    TextTable table = new TextTable("driver and server, ms", "on the same cores", "apart");
    summaries(CalibrationPart.INTERFERENCE, cases)
        .filter(finding -> finding.figure().startsWith(CalibrationFigure.SHARED))
        .forEach(finding -> {
          String figure = finding.figure().substring(CalibrationFigure.SHARED.length());
          table.row(figure, number(finding.measured()), number(apart(figure, cases)));
        });
    StringBuilder text = new StringBuilder(table.text());
    // A case that could not be tried says why, and has no rows.
    cases.stream()
        .filter(ended -> ended.rows().isEmpty())
        .flatMap(ended -> ended.disturbance().stream())
        .forEach(words -> text.append(' ').append(words).append('\n'));
    return text.toString();
  }

  private static OptionalDouble apart(String figure, List<CalibrationCase> cases) {
    return measured(
        summaries(CalibrationPart.INTERFERENCE, cases)
            .filter(finding -> finding.figure().equals(CalibrationFigure.APART + figure)));
  }

  /** Of rows that stand for all repetitions. */
  private static Stream<Finding> summaries(CalibrationPart part, List<CalibrationCase> cases) {
    return of(part, cases)
        .flatMap(ended -> ended.rows().stream())
        .filter(row -> row.repetition().isEmpty())
        .map(CalibrationRow::finding);
  }

  private static String name(CalibrationCase ended) {
    return ended.rows().getFirst().name();
  }

  private static OptionalDouble find(CalibrationCase ended, String figure) {
    return measured(findings(ended, figure));
  }

  private static Stream<Finding> findings(CalibrationCase ended, String figure) {
    return ended.rows().stream()
        .map(CalibrationRow::finding)
        .filter(finding -> finding.figure().equals(figure));
  }

  private static OptionalDouble measured(Stream<Finding> findings) {
    return findings.findFirst().map(Finding::measured).orElse(OptionalDouble.empty());
  }

  private static String error(CalibrationCase ended, String figure) {
    return findings(ended, figure)
        .findFirst()
        .map(finding -> number(finding.error()))
        .orElse(Figures.NOT_MEASURED);
  }

  private static String whole(OptionalDouble value) {
    return value.isPresent()
        ? Long.toString(Math.round(value.getAsDouble()))
        : Figures.NOT_MEASURED;
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Figures.number(value.getAsDouble()) : Figures.NOT_MEASURED;
  }
}
