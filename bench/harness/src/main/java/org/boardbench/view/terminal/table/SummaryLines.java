package org.boardbench.view.terminal.table;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.boardbench.findings.ranking.Breach;
import org.boardbench.findings.ranking.BrokenLoad;
import org.boardbench.findings.ranking.Floors;
import org.boardbench.findings.ranking.KeptLoad;
import org.boardbench.findings.ranking.Place;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.findings.ranking.RunSummary.Disturbance;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.NoiseFloor;
import org.boardbench.view.terminal.text.Figures;
import org.boardbench.view.terminal.text.TextTable;

/** What a run says in ten lines at most: who did best where all did well, and where each broke. */
record SummaryLines(RunSummary run, OptionalInt width) {
  private static final int MOST_VARIANTS = 6;
  private static final int MOST_STEPS = 2;

  /** A line of the ranking; without a place where all kept no load. */
  private record Line(String variant, Optional<Place> place, Optional<BrokenLoad> broken) {}

  /**
   * Nothing where no row is stored, and no server ended under a load.
   *
   * @param floors of the run: they have no rank
   * @param noise what the machine makes of nothing in the RTT p95; empty where nobody measured it
   */
  static String of(
      RunStarts starts,
      Floors floors,
      double confidence,
      Optional<NoiseFloor> noise,
      OptionalInt width) {
    List<String> variants = starts.started().stream().sorted().toList();
    return new SummaryLines(RunSummary.of(starts, variants, floors::has, confidence, noise), width)
        .text();
  }

  private String text() {
    if (run.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    List<Line> shown = lines();
    lines.add(" " + headline(shown));
    if (!shown.isEmpty()) {
      lines.addAll(table(shown.stream().limit(room(shown)).toList()));
      if (shown.size() > room(shown)) {
        lines.add(" and " + (shown.size() - room(shown)) + " more");
      }
      lines.add(" kept: " + Breach.KEPT);
    }
    if (!run.faultsWords().isEmpty()) {
      lines.add(run.faultsWords());
    }
    if (!run.undecided().isEmpty()) {
      lines.add(" too few valid rows: " + String.join(", ", run.undecided()));
    }
    run.nextSteps().stream().limit(MOST_STEPS).map(step -> " next: " + step).forEach(lines::add);
    return String.join("\n", lines.stream().map(this::cut).toList()) + "\n\n";
  }

  private String headline(List<Line> shown) {
    if (run.lastKept().isPresent()) {
      return "At %d users, the last load that all kept: RTT p95 in ms (%s interval)"
          .formatted(run.lastKept().getAsInt(), run.confidenceWords());
    }
    if (run.disturbance() == Disturbance.THROUGHOUT) {
      return "Something was made to fail in every stage: none says which load a server keeps.";
    }
    return shown.isEmpty()
        ? "Nobody can say which loads were kept: too few rows are valid."
        : "No load was kept by all.";
  }

  private List<Line> lines() {
    if (run.ranking().isPresent()) {
      return run.bestFirst().stream()
          .map(place -> new Line(place.variant(), Optional.of(place), run.broken(place.variant())))
          .toList();
    }
    return run.broken().stream()
        .map(load -> new Line(load.variant(), Optional.empty(), Optional.of(load)))
        .toList();
  }

  private static int room(List<Line> shown) {
    return shown.size() > MOST_VARIANTS ? MOST_VARIANTS - 1 : MOST_VARIANTS;
  }

  private List<String> table(List<Line> shown) {
    return TextTable.lines(
        shown,
        List.of(
            column(
                HorizontalAlign.LEFT,
                line ->
                    line.place()
                        .filter(known -> known.isFloor() || run.hasRanks())
                        .map(Place::rankWords)
                        .orElse("")),
            column(HorizontalAlign.LEFT, Line::variant),
            column(HorizontalAlign.RIGHT, line -> line.place().map(SummaryLines::mean).orElse("")),
            column(HorizontalAlign.LEFT, line -> line.place().map(this::interval).orElse("")),
            column(HorizontalAlign.LEFT, this::broken)));
  }

  private static ColumnData<Line> column(HorizontalAlign align, Function<Line, String> value) {
    return new Column().dataAlign(align).with(value);
  }

  private static String mean(Place place) {
    return (place.sample().isAtLeast() ? ResultGroup.AT_LEAST : "")
        + Figures.rounded(place.estimate().mean().orElse(Double.NaN));
  }

  private String interval(Place place) {
    return place.estimate().bounds(run.confidence()).interval().map(SummaryLines::words).orElse("");
  }

  private static String words(Interval interval) {
    return "(%s to %s)"
        .formatted(Figures.rounded(interval.low()), Figures.rounded(interval.high()));
  }

  private String broken(Line line) {
    return line.broken()
        .map(load ->
            "broke at %d: %s; %s"
                .formatted(load.users(), load.breachWords(), load.bottleneckWords()))
        .orElseGet(() ->
            run.hasKeptAll(line.variant())
                ? "did not break" + run.kept(line.variant()).map(KeptLoad::startsWords).orElse("")
                : run.notKnown(line.variant()));
  }

  private String cut(String line) {
    return width.isPresent() && line.length() > width.getAsInt()
        ? line.substring(0, Math.max(0, width.getAsInt() - 1)) + "…"
        : line;
  }
}
