package org.boardbench.report.table.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.JudgedSide;
import org.boardbench.report.claims.StatedFigure;
import org.boardbench.report.claims.StatedFigure.Measured;
import org.boardbench.report.table.CsvTable;
import org.boardbench.report.table.LatexTable;
import org.boardbench.report.table.MarkdownTable;
import org.boardbench.report.table.NumberText;
import org.boardbench.statistics.Interval;

/** Numbers that somebody states, each beside the one that was measured here. */
public final class StatedTable {
  private static final List<String> CSV_HEADER =
      List.of(
          "variants",
          "variant",
          "users",
          "figure",
          "unit",
          "stated_low",
          "stated_high",
          "measured",
          "interval_low",
          "interval_high",
          "starts",
          "rows_used",
          "rows",
          "lacking",
          "confidence",
          "starts_left_out");

  private final List<JudgedSide> sides;
  private final double confidence;

  public StatedTable(JudgedFile judged) {
    List<JudgedSide> measured = judged.sides().stream().filter(StatedTable::isMeasured).toList();
    sides = measured.isEmpty() ? List.of(judged.main()) : measured;
    confidence = judged.confidence();
  }

  private static boolean isMeasured(JudgedSide side) {
    return side.stated().stream().anyMatch(one -> one.seen().estimate().isPresent());
  }

  public boolean isEmpty() {
    return sides.getFirst().stated().isEmpty();
  }

  /** In full sentences. */
  public String caption() {
    return "Stated numbers are of another machine: they stand beside what was measured here, and"
        + " are not judged. Of several stages a start has its greatest value; means are over starts"
        + " that have a valid row of each, and others are left out.";
  }

  public List<String> header() {
    return List.of(
        "Where",
        "Figure",
        "Unit",
        "Stated",
        "Measured",
        Interval.words(confidence) + " interval",
        "n",
        "Valid rows");
  }

  /** A row for each set of variants, one below the other. */
  public List<List<String>> cells() {
    return IntStream.range(0, sides.getFirst().stated().size())
        .boxed()
        .flatMap(i -> sides.stream().map(side -> cells(side.stated().get(i))))
        .toList();
  }

  private List<String> cells(Measured one) {
    StatedFigure stated = one.stated();
    return List.of(
        stated.where().words(),
        stated.figure().name(),
        stated.figure().unit(),
        NumberText.whole(stated.low())
            + (stated.low() == stated.high() ? "" : "–" + NumberText.whole(stated.high())),
        one.lacking().isEmpty() ? ClaimText.estimate(one.seen()) : one.lacking(),
        ClaimText.interval(one.seen().bounds(confidence)),
        ClaimText.starts(one.seen(), one.looked()),
        ClaimText.rows(one.looked()));
  }

  /** For programs: all digits. */
  public String csv() {
    List<List<Object>> rows = new ArrayList<>();
    for (JudgedSide side : sides) {
      side.stated().forEach(one -> rows.add(csvCells(one, side.name())));
    }
    return CsvTable.of(CSV_HEADER, rows);
  }

  private List<Object> csvCells(Measured one, String side) {
    StatedFigure stated = one.stated();
    var interval = one.seen().bounds(confidence).interval();
    return List.of(
        side,
        stated.where().variant(),
        String.join(" ", stated.where().users().stream().map(String::valueOf).toList()),
        stated.figure().name(),
        stated.figure().unit(),
        NumberText.exact(stated.low()),
        NumberText.exact(stated.high()),
        ClaimText.exact(one.seen().estimate().orElse(Double.NaN)),
        interval.map(known -> ClaimText.exact(known.low())).orElse(""),
        interval.map(known -> ClaimText.exact(known.high())).orElse(""),
        one.seen().starts(),
        one.looked().usedRows(),
        one.looked().rows(),
        one.lacking(),
        interval.map(known -> ClaimText.exact(known.confidence())).orElse(""),
        one.looked().startsLeftOut());
  }

  /** For Markdown pages. */
  public String markdown() {
    return caption() + "\n\n" + MarkdownTable.of(header(), 3, 0, cells());
  }

  /** For a paper. */
  public String latex() {
    return LatexTable.of(caption(), "lllrrlrr", header(), cells());
  }
}
