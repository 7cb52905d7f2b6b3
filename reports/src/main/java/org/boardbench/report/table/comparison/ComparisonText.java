package org.boardbench.report.table.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.report.comparison.ComparedFigure;
import org.boardbench.report.comparison.ComparedFigure.State;
import org.boardbench.report.comparison.Comparison;
import org.boardbench.report.comparison.RunDifferences;
import org.boardbench.statistics.Interval;

/** A comparison of two runs for a terminal. */
public final class ComparisonText {
  private static final int SHOWN_DIFFERENCES = 12;
  private static final int SHOWN_CHANGES = 40;

  private ComparisonText() {}

  /**
   * What differs beside the figures, what has changed, and how many have not.
   *
   * @param isAll whether each figure has a line
   */
  public static List<String> lines(Comparison comparison, boolean isAll) {
    List<String> lines =
        new ArrayList<>(
            head(comparison, isAll ? comparison.differences().size() : SHOWN_DIFFERENCES));
    lines.add("");
    List<ComparedFigure> changed = comparison.in(State.CHANGED);
    List<ComparedFigure> shown =
        isAll ? ordered(comparison) : changed.stream().limit(SHOWN_CHANGES).toList();
    if (!shown.isEmpty()) {
      lines.addAll(table(comparison, shown));
    }
    if (changed.isEmpty()) {
      lines.add("Nothing has changed that these starts could tell.");
    } else if (shown.size() < changed.size()) {
      lines.add("And " + (changed.size() - shown.size()) + " more that have changed: --all.");
    }
    lines.add(
        "%d changed, %d unchanged, %d unknown of %d figures%s."
            .formatted(
                changed.size(),
                comparison.in(State.UNCHANGED).size(),
                comparison.in(State.UNKNOWN).size(),
                comparison.figures().size(),
                isAll ? "" : "; --all shows each"));
    return lines;
  }

  /** The changed first, then what nobody can tell; each in the order of the plan. */
  static List<ComparedFigure> ordered(Comparison comparison) {
    return comparison.figures().stream()
        .sorted(
            Comparator.comparingInt(one ->
                switch (one.state()) {
                  case CHANGED -> 0;
                  case UNKNOWN -> 1;
                  case UNCHANGED -> 2;
                }))
        .toList();
  }

  /**
   * What was compared with what, and by which rule.
   *
   * @param most so many differences have a line
   */
  static List<String> head(Comparison comparison, int most) {
    List<String> lines = new ArrayList<>();
    List<RunDifferences.Difference> differences = comparison.differences();
    if (comparison.isSame()) {
      lines.add("BASE and RUN are one run.");
    } else if (differences.isEmpty()) {
      lines.add("Plan, machine, commit, driver and servers are the same.");
    } else {
      lines.add("The runs differ in:");
      differences.stream().limit(most).forEach(one -> lines.add("  " + one.words()));
      if (differences.size() > most) {
        lines.add("  and " + (differences.size() - most) + " more: comparison.md");
      }
    }
    lines.addAll(comparison.alone());
    lines.add(comparison.base().validity() + "; " + comparison.run().validity() + ".");
    lines.add(rule(comparison));
    return lines;
  }

  private static String rule(Comparison comparison) {
    String sure = Interval.words(comparison.confidence());
    if (comparison.family() == 0) {
      return "Ratios are run / base over valid starts, with %s intervals from three starts on."
          .formatted(sure);
    }
    return "Ratios are run / base over valid starts with "
        + sure
        + " intervals; less than "
        + percent(comparison.counts())
        + " is no difference"
        + exceptions(comparison)
        + ". Changed is what Holm's steps over all "
        + comparison.family()
        + " comparisons leave: in 95 of 100 such tables no equal figure is called changed. Unchanged"
        + " is what each figure says by itself.";
  }

  /** {@code (1 % of tps, as --fail-on says)}. */
  private static String exceptions(Comparison comparison) {
    List<String> finer =
        comparison.figures().stream()
            .filter(one -> one.rule().counts() < comparison.counts())
            .map(one -> percent(one.rule().counts()) + " of " + one.figure().name())
            .distinct()
            .toList();
    return finer.isEmpty() ? "" : " (" + String.join(", ", finer) + ", as --fail-on says)";
  }

  private static String percent(double relative) {
    return NumberWords.of(100 * relative) + " %";
  }

  private static List<String> table(Comparison comparison, List<ComparedFigure> figures) {
    List<List<String>> rows = new ArrayList<>(List.of(ComparisonTable.shownHeader(comparison)));
    figures.forEach(one -> rows.add(ComparisonTable.shownCells(one)));
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(cell).repeat(" ", widths[i] - cell.length() + 2);
    }
    return line.toString().stripTrailing();
  }
}
