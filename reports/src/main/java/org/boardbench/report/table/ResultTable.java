package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.boardbench.report.statistics.GroupFigure;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.StartCount;
import org.boardbench.results.column.StageExtras;
import org.boardbench.statistics.Interval;

/**
 * The results for readers, a row for each target and stage: estimates over the starts, with their
 * intervals.
 *
 * @param header of target, users, and every cell
 */
public record ResultTable(List<String> header, List<Row> rows, String caption) {
  /** After the users of what is invalid. */
  public static final String MARK = "†";

  private static final String AT_LEAST = "≥";
  private static final String OWED =
      " Loss of expected is of what was expected of the users who were connected; loss of owed is of what the"
          + " plan would have delivered had every user stayed.";
  private static final String USERS =
      " Disconnects are joined users that were dropped, failed connects are attempts to connect or"
          + " join that failed.";
  private static final String BOUND =
      " "
          + AT_LEAST
          + " is \"at least\": a part of the messages never came, RTT p95 counts them until the"
          + " drain's end, p99 and maximum are no less, and the other times are of those that came.";
  private static final String LIMITED =
      " The bottleneck is what the server had used up in starts in which it could not keep up: a"
          + " message was late beyond the hold or lost, a user was dropped, or the RTT p95 was 1 s or more.";
  private static final String REASONS = "Reasons";
  private static final String TIMES_AND_UNITS =
      " Times are response times, counted from the intended send time. CPU is in percent of one"
          + " core. An empty cell was not measured.";
  private static final String INVALID =
      " Rows with " + MARK + " are invalid, for the reasons in the last column.";
  private static final String PARTLY =
      " They show the median of their starts, which is no estimate. Where only some starts are"
          + " valid, the figures are of these.";

  public ResultTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Whether the last cell of each row is text: why repetitions are invalid. */
  public boolean hasReasons() {
    return header.getLast().equals(REASONS);
  }

  /**
   * One target at one stage.
   *
   * @param users marked when no repetition is valid
   * @param cells the header's, from the third on
   */
  public record Row(String target, String users, boolean valid, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    boolean hasBound() {
      return cells.stream().anyMatch(cell -> (cell.value() + cell.range()).contains(AT_LEAST));
    }

    boolean hasRange() {
      return cells.stream().anyMatch(cell -> !cell.range().isEmpty());
    }
  }

  /**
   * One figure over the starts.
   *
   * @param value empty when it was not measured
   * @param range the interval; empty where there is none, or its ends look the same
   */
  public record Cell(String value, String range) {}

  /** Columns that no row has a figure in are left out. */
  public static ResultTable of(List<StageGroup> groups) {
    List<TableColumn> columns =
        TableColumn.ALL.stream().filter(column -> column.isShown(groups)).toList();
    boolean limited = groups.stream().anyMatch(g -> !g.words(StageExtras.BOTTLENECK).isEmpty());
    boolean judged = groups.stream().anyMatch(g -> g.judged() > 0);
    boolean invalid = groups.stream().anyMatch(g -> !g.invalid().isEmpty());
    List<String> header = new ArrayList<>(List.of("Variant", "Users"));
    columns.forEach(column -> header.add(column.title()));
    if (limited) {
      header.add("Bottleneck");
    }
    if (judged) {
      header.add("Valid");
    }
    if (invalid) {
      header.add(REASONS);
    }
    boolean repeated = groups.stream().anyMatch(g -> g.rows().size() > 1);
    List<Row> rows =
        groups.stream().map(group -> row(group, columns, limited, judged, invalid)).toList();
    return new ResultTable(
        header,
        rows,
        (repeated ? repeated(groups.getFirst().confidence()) : "")
            + StartCount.words(
                groups.stream()
                    .filter(StageGroup::isValid)
                    .mapToInt(group -> Math.toIntExact(group.usable())),
                "row")
            + TIMES_AND_UNITS
            + (has(columns, c -> StageExtras.OWED_LOST_PCT.equals(c.figure())) ? OWED : "")
            + (has(columns, TableColumn::isCount) ? USERS : "")
            + (rows.stream().anyMatch(Row::hasBound) ? BOUND : "")
            + (limited ? LIMITED : "")
            + (invalid ? INVALID : "")
            + (invalid && repeated ? PARTLY : ""));
  }

  private static boolean has(List<TableColumn> columns, Predicate<TableColumn> which) {
    return columns.stream().anyMatch(which);
  }

  private static Row row(
      StageGroup group,
      List<TableColumn> columns,
      boolean limited,
      boolean judged,
      boolean invalid) {
    List<Cell> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(cell(group.shown(column.figure()), column.isCount())));
    if (limited) {
      cells.add(new Cell(group.countedWords(StageExtras.BOTTLENECK), ""));
    }
    if (judged) {
      cells.add(new Cell(validity(group), ""));
    }
    if (invalid) {
      cells.add(new Cell(String.join(", ", group.codes()), ""));
    }
    return new Row(group.target(), users(group), group.isValid(), cells);
  }

  /** Marked when no repetition is valid. */
  static String users(StageGroup group) {
    return group.users() + (group.isValid() ? "" : " " + MARK);
  }

  static String repeated(double confidence) {
    return "Estimates over the valid starts, of times their geometric mean, of all else their mean,"
        + " and their "
        + Interval.words(confidence)
        + " intervals where starts differ. ";
  }

  /** An estimate with its interval below it. */
  public static Cell cell(GroupFigure shown, boolean isCount) {
    Optional<Interval> interval = shown.interval();
    String low = interval.map(known -> text(known.low(), false, isCount)).orElse("");
    String high = interval.map(known -> text(known.high(), false, isCount)).orElse("");
    return new Cell(
        text(shown.value(), shown.atLeast(), isCount), low.equals(high) ? "" : low + "–" + high);
  }

  private static String text(double value, boolean atLeast, boolean isCount) {
    return (atLeast ? AT_LEAST : "")
        + (isCount ? NumberText.count(value) : NumberText.rounded(value));
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
