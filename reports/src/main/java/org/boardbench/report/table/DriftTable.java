package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.statistics.DriftFigure;
import org.boardbench.report.statistics.HoldMinutes;
import org.boardbench.statistics.Drift;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Refusal;

/** How figures drift in long holds, an hour, as tables. */
public final class DriftTable {
  private static final int DECIMALS = 6;

  private static final List<String> CSV_HEADER =
      List.of(
          "target",
          "repetition",
          "stage",
          "users",
          "valid",
          "figure",
          "minutes",
          "at_first",
          "per_hour",
          "low_per_hour",
          "high_per_hour",
          "method",
          "autocorrelation",
          "why_no_interval");

  private static final String CAPTION =
      "How much each figure rises an hour over a hold of ten minutes or more, with the 95 % interval:"
          + " the median of the slopes between all pairs of minutes (Theil and Sen), of times, memory"
          + " and descriptors between the medians of their seconds. The interval (Sen's, with the"
          + " correction of Hamed and Rao) takes into account that neighbouring minutes are alike. ~ is"
          + " where they may be those of a random walk, as of memory that grows in steps: there both"
          + " are of the steps from minute to minute (with Willink's interval). ▲ and ▼ are where all"
          + " of an interval is above or below 0. Memory and descriptors are the server's, with all its"
          + " processes. An invalid row has "
          + ResultTable.MARK
          + ".";

  private final List<HoldMinutes> holds;

  public DriftTable(List<HoldMinutes> holds) {
    this.holds = List.copyOf(holds);
  }

  public boolean isEmpty() {
    return holds.isEmpty();
  }

  public List<HoldMinutes> holds() {
    return holds;
  }

  /** For programs: a line a figure that was measured. */
  public String csv() {
    List<List<Object>> lines = new ArrayList<>();
    for (HoldMinutes hold : holds) {
      for (DriftFigure figure : DriftFigure.values()) {
        Drift drift = hold.drift(figure);
        if (drift.slope().isPresent()) {
          lines.add(line(hold, figure, drift));
        }
      }
    }
    return CsvTable.of(CSV_HEADER, lines);
  }

  private static List<Object> line(HoldMinutes hold, DriftFigure figure, Drift drift) {
    StoredStage stage = hold.stage();
    Optional<Interval> interval = drift.bounds().interval();
    return List.of(
        stage.target(),
        stage.repetition(),
        stage.stage(),
        stage.users(),
        stage.valid().map(String::valueOf).orElse(""),
        figure.key(),
        drift.values(),
        text(hold.atFirst(figure)),
        text(drift.slope().orElseThrow()),
        interval.map(Interval::low).map(DriftTable::text).orElse(""),
        interval.map(Interval::high).map(DriftTable::text).orElse(""),
        drift.method().name().toLowerCase(Locale.ROOT),
        NumberText.toDecimals(drift.autocorrelation(), 2),
        drift.bounds().refusal().map(Refusal::words).orElse(""));
  }

  private static String text(double value) {
    return NumberText.toDecimals(value, DECIMALS);
  }

  /** For Markdown pages. */
  public String markdown() {
    return CAPTION + "\n\n" + MarkdownTable.of(header(), 1, 0, cells());
  }

  public List<String> header() {
    List<String> header = new ArrayList<>(List.of("Variant", "Start", "Users", "Minutes"));
    Arrays.stream(DriftFigure.values())
        .map(figure -> figure.title().replace(")", "/h)"))
        .map(title -> title.endsWith("/h)") ? title : title + " (1/h)")
        .forEach(header::add);
    return header;
  }

  public String caption() {
    return CAPTION;
  }

  /** A line for each hold, with the header's cells. */
  public List<List<String>> cells() {
    return holds.stream().map(DriftTable::cells).toList();
  }

  private static List<String> cells(HoldMinutes hold) {
    StoredStage stage = hold.stage();
    List<String> cells = new ArrayList<>();
    cells.add(stage.target() + (stage.isValid() ? "" : " " + ResultTable.MARK));
    cells.add(Integer.toString(stage.repetition()));
    cells.add(Integer.toString(stage.users()));
    cells.add(Integer.toString(hold.minutes()));
    for (DriftFigure figure : DriftFigure.values()) {
      cells.add(cell(hold.drift(figure)));
    }
    return cells;
  }

  private static String cell(Drift drift) {
    if (drift.slope().isEmpty()) {
      return "";
    }
    String wanders = drift.method() == Drift.Method.STEPS ? "~ " : "";
    String slope = wanders + signed(drift.slope().getAsDouble());
    Optional<Interval> interval = drift.bounds().interval();
    return interval
        .map(bounds ->
            "%s [%s, %s]%s"
                .formatted(slope, signed(bounds.low()), signed(bounds.high()), mark(bounds)))
        .orElse(slope);
  }

  private static String mark(Interval bounds) {
    return bounds.low() > 0 ? " ▲" : bounds.high() < 0 ? " ▼" : "";
  }

  /** Rounded alike on both sides of 0. */
  private static String signed(double value) {
    String size = NumberText.rounded(Math.abs(value));
    return value < 0 && !size.equals("0") ? "−" + size : size;
  }
}
