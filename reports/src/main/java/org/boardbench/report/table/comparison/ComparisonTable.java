package org.boardbench.report.table.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.report.comparison.ComparedFigure;
import org.boardbench.report.comparison.Comparison;
import org.boardbench.report.table.CsvTable;
import org.boardbench.report.table.MarkdownTable;
import org.boardbench.report.table.NumberText;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.RatioVerdict;

/** A comparison of two runs for programs and for pages. */
public final class ComparisonTable {
  private static final List<String> CSV_HEADER =
      List.of(
          "target",
          "users",
          "figure",
          "unit",
          "base",
          "base_low",
          "base_high",
          "base_starts",
          "run",
          "run_low",
          "run_high",
          "run_starts",
          "ratio",
          "ratio_low",
          "ratio_high",
          "spread",
          "noise_floor",
          "bound",
          "base_beyond",
          "run_beyond",
          "p",
          "p_adjusted",
          "state",
          "answer",
          "words",
          "confidence");

  /** Computed from what was measured with fewer digits. */
  private static final int DECIMALS = 6;

  private ComparisonTable() {}

  /**
   * Intervals are of the {@code confidence}, the last column; empty = there is none, or it was not
   * measured.
   */
  public static String csv(Comparison comparison) {
    return CsvTable.of(
        CSV_HEADER, comparison.figures().stream().map(ComparisonTable::csvCells).toList());
  }

  private static List<String> csvCells(ComparedFigure one) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                one.variant(),
                Integer.toString(one.users()),
                one.figure().name(),
                one.figure().unit()));
    cells.addAll(estimate(one.baseEstimate(), one.rule().confidence()));
    cells.addAll(estimate(one.runEstimate(), one.rule().confidence()));
    cells.add(number(one.ratio().estimate()));
    cells.addAll(ends(one.interval()));
    cells.add(number(one.ratio().spread()));
    cells.add(number(one.floorDifference()));
    cells.addAll(
        one.counted()
            .map(counted ->
                List.of(
                    NumberText.exact(counted.bound()),
                    Integer.toString(counted.base().count()),
                    Integer.toString(counted.run().count())))
            .orElse(Collections.nCopies(3, "")));
    cells.add(probability(one.p()));
    cells.add(probability(one.adjustedP()));
    cells.addAll(
        List.of(
            one.state().word(), one.answer().word(), one.words(), number(one.rule().confidence())));
    return cells;
  }

  private static List<String> estimate(Estimate estimate, double confidence) {
    List<String> cells = new ArrayList<>(List.of(number(estimate.mean())));
    cells.addAll(ends(estimate.bounds(confidence).interval()));
    cells.add(Integer.toString(estimate.starts()));
    return cells;
  }

  private static List<String> ends(Optional<Interval> interval) {
    return interval
        .map(known -> List.of(number(known.low()), number(known.high())))
        .orElse(List.of("", ""));
  }

  /** However small it is, it is not 0. */
  private static String probability(OptionalDouble p) {
    return p.isPresent()
        ? BigDecimal.valueOf(p.getAsDouble())
            .round(new MathContext(DECIMALS))
            .stripTrailingZeros()
            .toPlainString()
        : "";
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "";
  }

  private static String number(double value) {
    return NumberText.toDecimals(value, DECIMALS);
  }

  /**
   * The comparison as a page: what differs, what it was made of, and every figure, the changed
   * first.
   *
   * @param ends lines behind the head, such as conditions that are broken; may be empty
   */
  public static String markdown(Comparison comparison, List<String> ends) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# " + comparison.run().stored().name() + " beside " + comparison.base().stored().name());
    lines.add("");
    lines.addAll(ComparisonText.head(comparison, comparison.differences().size()));
    ends.forEach(line -> lines.add("- " + line));
    String text =
        String.join("\n", lines.stream().map(ComparisonTable::markdownLine).toList()) + "\n\n";
    List<List<String>> rows =
        ComparisonText.ordered(comparison).stream().map(ComparisonTable::shownCells).toList();
    return text + MarkdownTable.of(shownHeader(comparison), 3, 1, rows);
  }

  /** Lines of a list stay a list, and all others paragraphs of their own. */
  private static String markdownLine(String line) {
    return line.startsWith("  ") ? "- " + line.strip() : line + (line.isEmpty() ? "" : "\n");
  }

  static List<String> shownHeader(Comparison comparison) {
    return List.of(
        "Variant",
        "Users",
        "Figure",
        "Base",
        "Run",
        "Run / base (" + Interval.words(comparison.confidence()) + ")",
        "n",
        "Spread",
        "Floor",
        "Says");
  }

  static List<String> shownCells(ComparedFigure one) {
    return List.of(
        one.variant(),
        Integer.toString(one.users()),
        one.figure().name(),
        value(one.baseEstimate(), one.base().isAtLeast(), one.figure().unit()),
        value(one.runEstimate(), one.run().isAtLeast(), one.figure().unit()),
        ratio(one),
        one.baseEstimate().starts() + "+" + one.runEstimate().starts(),
        percent(one.ratio().spread()),
        percent(one.floorDifference()),
        says(one));
  }

  private static String value(Estimate estimate, boolean atLeast, String unit) {
    if (estimate.mean().isEmpty()) {
      return "";
    }
    return (atLeast ? "≥ " : "")
        + NumberText.rounded(estimate.mean().getAsDouble())
        + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String ratio(ComparedFigure one) {
    if (one.counted().isPresent() || one.ratio().estimate().isEmpty()) {
      return "";
    }
    return "× "
        + NumberText.rounded(one.ratio().estimate().getAsDouble())
        + one.interval()
            .map(ends ->
                " ("
                    + NumberText.rounded(ends.low())
                    + " to "
                    + NumberText.rounded(ends.high())
                    + ")")
            .orElse("");
  }

  private static String percent(OptionalDouble relative) {
    return relative.isPresent() ? NumberText.rounded(100 * relative.getAsDouble()) + " %" : "";
  }

  private static String says(ComparedFigure one) {
    return one.answer().isDifference() ? one.words() : RatioVerdict.NONE + " " + one.words();
  }
}
