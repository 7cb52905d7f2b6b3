package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.ClassRows;
import org.boardbench.report.statistics.GroupFigure;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.StartCount;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.ClassStages;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/**
 * The message classes of each stage beside each other, where a run has several: estimates over the
 * starts as in the table of all messages.
 *
 * @param classes how many the run has
 */
public record ClassTable(int classes, ResultTable shown) {
  private static final String WHAT = "The messages of each class by themselves. ";
  private static final String UNITS =
      " Times are response times in ms, counted from the intended send time. Loss of expected is of"
          + " what was expected of the users who were connected, loss of owed of what the plan would"
          + " have delivered had every user stayed. The age of points counts from when the first of those that a message brings was drawn, until"
          + " somebody else has it. An empty cell was not measured.";
  private static final String DROPPABLE =
      " is droppable: the next message makes up for one that is left out, so that its loss is no loss"
          + " of a stroke, and what comes too late is as good as lost. Late is the share of its"
          + " deliveries that came more than 200 ms after the intended send time.";
  private static final String INVALID =
      " Rows with "
          + ResultTable.MARK
          + " are invalid and show the median of their starts, which is no estimate.";

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("Sent", StageCounts.SENT),
          new Figure("Loss of expected (%)", StageCounts.LOSS_PCT),
          new Figure("Loss of owed (%)", StageExtras.OWED_LOST_PCT),
          new Figure("Late (%)", ClassRows.LATE_PCT),
          new Figure("RTT p50", StageTimes.RTT_P50_MS),
          new Figure("RTT p95", StageTimes.RTT_P95_MS),
          new Figure("RTT p99", StageTimes.RTT_P99_MS),
          new Figure("Delivery p50", StageTimes.DELIVERY_P50_MS),
          new Figure("Delivery p95", StageTimes.DELIVERY_P95_MS),
          new Figure("Delivery p99", StageTimes.DELIVERY_P99_MS),
          new Figure("Point age p95", ClassRows.POINT_AGE_P95_MS),
          new Figure("Reach 100 % p95", StageTimes.REACH_100_P95_MS));

  private record Figure(String title, Column<StageRecord> column) {
    GroupFigure of(StageGroup group) {
      return group.shown(column);
    }

    boolean isCount() {
      return column.equals(StageCounts.SENT);
    }
  }

  /** A class at a stage of a variant. */
  private record Line(String messageClass, int place, StageGroup group) {}

  /** Of all variants. */
  public static ClassTable of(StoredRun run) {
    return of(run, _ -> true);
  }

  /** Of some of the variants; columns that none of them has a figure in are left out. */
  public static ClassTable of(StoredRun run, Predicate<String> variants) {
    List<ClassStages> classes = ClassStages.of(run);
    List<Line> lines =
        IntStream.range(0, classes.size())
            .boxed()
            .flatMap(place ->
                StageGroup.of(run, classes.get(place).stages()).stream()
                    .map(group -> new Line(classes.get(place).messageClass(), place, group)))
            .filter(line -> variants.test(line.group().target()))
            .sorted(order(run))
            .toList();
    List<Figure> figures =
        FIGURES.stream()
            .filter(figure -> lines.stream().anyMatch(line -> figure.of(line.group()).isMeasured()))
            .toList();
    List<String> header = new ArrayList<>(List.of("Variant", "Users", "Class"));
    figures.forEach(figure -> header.add(figure.title()));
    return new ClassTable(
        classes.size(),
        new ResultTable(
            header,
            lines.stream().map(line -> row(line, figures)).toList(),
            caption(classes, lines)));
  }

  /** Variants as the plan has them, then stages; the classes of one beside each other. */
  private static Comparator<Line> order(StoredRun run) {
    return Comparator.comparing((Line line) -> line.group().target(), Variants.of(run).order())
        .thenComparingInt(line -> line.group().stage())
        .thenComparingInt(line -> line.group().users())
        .thenComparingInt(Line::place);
  }

  private static ResultTable.Row row(Line line, List<Figure> figures) {
    StageGroup group = line.group();
    List<ResultTable.Cell> cells = new ArrayList<>();
    cells.add(new ResultTable.Cell(line.messageClass(), ""));
    figures.forEach(figure -> cells.add(ResultTable.cell(figure.of(group), figure.isCount())));
    return new ResultTable.Row(group.target(), ResultTable.users(group), group.isValid(), cells);
  }

  private static String caption(List<ClassStages> classes, List<Line> lines) {
    List<StageGroup> groups = lines.stream().map(Line::group).toList();
    if (groups.isEmpty()) {
      return "";
    }
    boolean repeated = groups.stream().anyMatch(group -> group.rows().size() > 1);
    String droppable =
        classes.stream()
            .filter(ClassStages::isDroppable)
            .map(ClassStages::messageClass)
            .collect(Collectors.joining(", "));
    return WHAT
        + (repeated ? ResultTable.repeated(groups.getFirst().confidence()) : "")
        + StartCount.words(
            groups.stream()
                .filter(StageGroup::isValid)
                .mapToInt(group -> Math.toIntExact(group.usable())),
            "row")
        + UNITS
        + (droppable.isEmpty() ? "" : " The class " + droppable + DROPPABLE)
        + (groups.stream().allMatch(StageGroup::isValid) ? "" : INVALID);
  }

  /** Whether the results of all messages are those of one class, so that the table says nothing. */
  public boolean isOfOneClass() {
    return classes < 2;
  }
}
