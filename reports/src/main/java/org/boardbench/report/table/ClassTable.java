package org.boardbench.report.table;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/**
 * The message classes of each stage beside each other, where a run has several: medians over the
 * valid repetitions, or over all where there is none.
 */
public final class ClassTable {
  private static final String CAPTION =
      "The messages of each class. Medians over the repetitions that are valid, or over all where"
          + " none is. Times are response times in ms, counted from the intended send time. An"
          + " empty cell was not measured.";

  private static final List<String> KEYS = List.of("Variant", "Stage", "Users", "Class");

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("Sent", ClassColumns.SENT),
          new Figure("Loss of expected (%)", ClassColumns.LOSS_PCT),
          new Figure("Loss of owed (%)", ClassColumns.OWED_LOST_PCT),
          new Figure("RTT p50", ClassColumns.RTT_P50_MS),
          new Figure("RTT p95", ClassColumns.RTT_P95_MS),
          new Figure("RTT p99", ClassColumns.RTT_P99_MS),
          new Figure("Delivery p95", ClassColumns.DELIVERY_P95_MS),
          new Figure("Reach 100 % p95", ClassColumns.REACH_100_P95_MS));

  private record Figure(String title, Column<ClassRecord> column) {}

  private final Map<List<String>, List<StoredRow<ClassRecord>>> groups;

  private ClassTable(Map<List<String>, List<StoredRow<ClassRecord>>> groups) {
    this.groups = groups;
  }

  public static ClassTable of(StoredRun run) {
    List<List<Object>> valid =
        run.stages().stream()
            .filter(StoredStage::isValid)
            .map(stage -> List.<Object>of(stage.trialId(), stage.stage()))
            .toList();
    Map<List<String>, List<StoredRow<ClassRecord>>> groups =
        run.classes().stream()
            .sorted(
                Comparator.comparing(
                        (StoredRow<ClassRecord> row) -> row.text(ClassColumns.TARGET),
                        Variants.of(run).order())
                    .thenComparingInt(row -> stage(run, row))
                    .thenComparingInt(row -> row.number(ClassColumns.USERS)))
            .collect(
                Collectors.groupingBy(
                    row -> key(run, row), LinkedHashMap::new, Collectors.toList()));
    groups.replaceAll((key, rows) -> counted(rows, valid));
    return new ClassTable(groups);
  }

  private static List<String> key(StoredRun run, StoredRow<ClassRecord> row) {
    return List.of(
        row.text(ClassColumns.TARGET),
        run.isSearch() ? "" : row.text(ClassColumns.STAGE),
        row.text(ClassColumns.USERS),
        row.text(ClassColumns.MESSAGE_CLASS));
  }

  /** 0 of a search, whose starts may have a load at different places. */
  private static int stage(StoredRun run, StoredRow<ClassRecord> row) {
    return run.isSearch() ? 0 : row.number(ClassColumns.STAGE);
  }

  private static List<StoredRow<ClassRecord>> counted(
      List<StoredRow<ClassRecord>> rows, List<List<Object>> valid) {
    List<StoredRow<ClassRecord>> ofValid =
        rows.stream()
            .filter(row ->
                valid.contains(
                    List.<Object>of(
                        row.text(ClassColumns.TRIAL_ID), row.number(ClassColumns.STAGE))))
            .toList();
    return ofValid.isEmpty() ? rows : ofValid;
  }

  /** Whether the results of all messages are those of one class, so that the table says nothing. */
  public boolean isOfOneClass() {
    return groups.keySet().stream().map(List::getLast).distinct().count() < 2;
  }

  public List<String> header() {
    return Stream.concat(KEYS.stream(), FIGURES.stream().map(Figure::title)).toList();
  }

  /** A line for each class of each stage, with the header's cells; targets come first. */
  public List<List<String>> cells() {
    return groups.entrySet().stream()
        .map(group -> Stream.concat(group.getKey().stream(), figures(group.getValue())).toList())
        .toList();
  }

  public String caption() {
    return CAPTION;
  }

  /** For Markdown pages. */
  public String markdown() {
    return CAPTION + "\n\n" + MarkdownTable.of(header(), KEYS.size(), 0, cells());
  }

  private static Stream<String> figures(List<StoredRow<ClassRecord>> rows) {
    return FIGURES.stream()
        .map(figure ->
            Spread.of(rows.stream().mapToDouble(row -> row.figure(figure.column()))).median())
        .map(NumberText::count);
  }
}
