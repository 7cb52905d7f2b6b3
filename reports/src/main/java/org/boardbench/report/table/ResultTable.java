package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.StageGroup;

/**
 * The results for readers, a row for each target and stage: the median over the repetitions, and
 * where there are several, the least and the greatest value.
 *
 * @param header of target, users, and every cell
 */
public record ResultTable(List<String> header, List<Row> rows, String caption) {
  private static final String MARK = "†";
  private static final String REASONS = "Reasons";
  private static final String TIMES_AND_UNITS =
      " Times are response times, counted from the intended send time. CPU is in percent of one"
          + " core. An empty cell was not measured.";
  private static final String INVALID =
      " Rows with " + MARK + " do not stand, for the reasons in the last column.";
  private static final String PARTLY =
      " Where only some repetitions stand, the figures are of these.";
  private static final String REPEATED =
      "Medians over the repetitions, with the least and the greatest value where they differ; of an even number of"
          + " repetitions the median is the mean of the middle two.";

  public ResultTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Whether the last cell of each row is text: why repetitions do not stand. */
  public boolean hasReasons() {
    return header.getLast().equals(REASONS);
  }

  /**
   * One target at one stage.
   *
   * @param users marked when no repetition stands
   * @param cells the header's, from the third on
   */
  public record Row(String target, String users, boolean stands, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    boolean hasRange() {
      return cells.stream().anyMatch(cell -> !cell.range().isEmpty());
    }
  }

  /**
   * One figure over the repetitions.
   *
   * @param value empty when it was not measured
   * @param range empty when all values look the same
   */
  public record Cell(String value, String range) {}

  /** Columns that no row has a figure in are left out. */
  public static ResultTable of(List<StageGroup> groups) {
    List<TableColumn> columns =
        TableColumn.ALL.stream()
            .filter(c -> groups.stream().anyMatch(g -> g.spread(c.figure()).isMeasured()))
            .toList();
    boolean judged = groups.stream().anyMatch(g -> g.judged() > 0);
    boolean invalid = groups.stream().anyMatch(g -> !g.invalid().isEmpty());
    List<String> header = new ArrayList<>(List.of("Target", "Users"));
    columns.forEach(column -> header.add(column.title()));
    if (judged) {
      header.add("Valid");
    }
    if (invalid) {
      header.add(REASONS);
    }
    boolean repeated = groups.stream().anyMatch(g -> g.rows().size() > 1);
    return new ResultTable(
        header,
        groups.stream().map(group -> row(group, columns, judged, invalid)).toList(),
        (repeated ? REPEATED : "One repetition.")
            + TIMES_AND_UNITS
            + (invalid ? INVALID : "")
            + (invalid && repeated ? PARTLY : ""));
  }

  private static Row row(
      StageGroup group, List<TableColumn> columns, boolean judged, boolean invalid) {
    List<Cell> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(cell(group.spread(column.figure()))));
    if (judged) {
      cells.add(new Cell(validity(group), ""));
    }
    if (invalid) {
      cells.add(new Cell(String.join(", ", group.codes()), ""));
    }
    String users = group.users() + (group.stands() ? "" : " " + MARK);
    return new Row(group.target(), users, group.stands(), cells);
  }

  private static Cell cell(Spread spread) {
    String least = NumberText.rounded(spread.min());
    String greatest = NumberText.rounded(spread.max());
    return new Cell(
        NumberText.rounded(spread.median()), least.equals(greatest) ? "" : least + "–" + greatest);
  }

  private static String validity(StageGroup group) {
    if (group.judged() == 0) {
      return "";
    }
    if (group.valid() == group.judged()) {
      return "yes";
    }
    return group.valid() == 0 ? "no" : group.valid() + " of " + group.judged();
  }
}
