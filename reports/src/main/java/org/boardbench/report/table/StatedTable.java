package org.boardbench.report.table;

import java.util.List;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.StatedFigure;
import org.boardbench.statistics.Interval;

/** Numbers that somebody states, each beside the one that was measured here. */
public final class StatedTable {
  private static final List<String> HEADER =
      List.of("Where", "Figure", "Unit", "Stated", "Measured", "95 % interval", "n", "Rows");
  private static final List<String> CSV_HEADER =
      List.of(
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
          "rows");

  private final List<StatedFigure.Measured> stated;

  public StatedTable(JudgedFile judged) {
    stated = judged.stated();
  }

  public boolean isEmpty() {
    return stated.isEmpty();
  }

  /** In full sentences. */
  public String caption() {
    return "Stated numbers are of another machine: they stand beside what was measured here, and"
        + " are not judged. Of several stages a start has its greatest value; means are over starts,"
        + " of valid rows only.";
  }

  public List<String> header() {
    return HEADER;
  }

  public List<List<String>> cells() {
    return stated.stream().map(StatedTable::cells).toList();
  }

  private static List<String> cells(StatedFigure.Measured one) {
    StatedFigure stated = one.stated();
    boolean isKnown = one.lacking().isEmpty() && one.seen().estimate().isPresent();
    return List.of(
        stated.where().words(),
        stated.figure().name(),
        stated.figure().unit(),
        NumberText.count(stated.low())
            + (stated.low() == stated.high() ? "" : "–" + NumberText.count(stated.high())),
        ClaimText.estimate(one.seen()),
        isKnown ? ClaimText.interval(one.seen().bounds(Interval.CONFIDENCE)) : one.lacking(),
        Integer.toString(one.seen().starts()),
        one.usedRows() + " of " + one.rows());
  }

  /** For programs: all digits. */
  public String csv() {
    return CsvTable.of(CSV_HEADER, stated.stream().map(StatedTable::csvCells).toList());
  }

  private static List<Object> csvCells(StatedFigure.Measured one) {
    StatedFigure stated = one.stated();
    var interval = one.seen().bounds(Interval.CONFIDENCE).interval();
    return List.of(
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
        one.usedRows(),
        one.rows());
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
