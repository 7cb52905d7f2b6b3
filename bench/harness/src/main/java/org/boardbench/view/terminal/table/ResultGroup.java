package org.boardbench.view.terminal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.DecimalMedian;
import org.boardbench.view.terminal.text.Figures;

/** The stored rows of one target with one number of users, a row for each repetition. */
final class ResultGroup {
  /** What the rows have in common; the stage too, because two stages may have the same users. */
  record Key(String target, int stage, int users) {
    static Key of(StoredStage row) {
      return new Key(row.target(), row.stage(), row.users());
    }
  }

  /** Begins a figure that is a lower bound. */
  static final String AT_LEAST = "≥";

  private static final Pattern CAUSE = Pattern.compile("(.+) ×(\\d{1,9})");

  private final Key key;
  private final List<StoredStage> rows = new ArrayList<>();

  ResultGroup(Key key) {
    this.key = key;
  }

  void add(StoredStage row) {
    rows.add(row);
  }

  Key key() {
    return key;
  }

  int size() {
    return rows.size();
  }

  /**
   * Of the valid rows that have a value in {@code column}, of all where none is valid; of an even
   * number the mean of the middle two. The report's {@code Spread} does the same: one figure for
   * one thing. A row that nobody judged counts as valid.
   */
  String median(Column<StageRecord> column) {
    return Figures.rounded(
        DecimalMedian.of(
            judged()
                .mapToDouble(row -> row.figure(column))
                .filter(value -> !Double.isNaN(value))
                .toArray()));
  }

  /** The valid rows, or all where none is valid. */
  private Stream<StoredStage> judged() {
    boolean anyValid = rows.stream().anyMatch(StoredStage::isValid);
    return rows.stream().filter(row -> row.isValid() || !anyValid);
  }

  /**
   * Of what the plan owed, so that a server which cuts its users looks no better for it; of what
   * was expected where a run does not have that. Over all repetitions together: a median would hide
   * the one that lost.
   */
  String lossPct() {
    if (!isOwedKnown()) {
      return Figures.lossPct(sum(StageCounts.LOST), sum(StageCounts.EXPECTED));
    }
    long owed = sum(StageExtras.OWED);
    return Figures.lossPct(Math.max(0, owed - sum(StageCounts.DELIVERED)), owed);
  }

  boolean isOwedKnown() {
    return rows.stream().noneMatch(row -> row.text(StageExtras.OWED).isEmpty());
  }

  /**
   * The median of a time, from what {@link FigureValue} says of each row; {@code ≥4500} where one
   * of them is a lower bound, since some messages never came.
   */
  String time(Column<StageRecord> column) {
    List<FigureValue> shown =
        judged()
            .map(row -> FigureValue.of(row, column))
            .filter(one -> !Double.isNaN(one.value()))
            .toList();
    String median =
        Figures.rounded(DecimalMedian.of(shown.stream().mapToDouble(FigureValue::value).toArray()));
    return shown.stream().anyMatch(FigureValue::atLeast) ? AT_LEAST + median : median;
  }

  /** Joined users that dropped, over all repetitions. */
  long drops() {
    return count(StageCounts.DISCONNECTS);
  }

  /** Attempts to connect or join that failed, over all repetitions. */
  long refused() {
    return count(StageCounts.CONNECT_FAILURES);
  }

  /** What ran out where the server did not keep up, each word once; empty when nothing did. */
  String limit() {
    return rows.stream()
        .map(row -> row.text(StageExtras.BOTTLENECK))
        .filter(word -> !word.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.joining("/"));
  }

  /** How often each cause stands in {@code column}, the most frequent first. */
  List<Map.Entry<String, Long>> causes(Column<StageRecord> column) {
    Map<String, Long> counts = new TreeMap<>();
    for (StoredStage row : rows) {
      // A server has a say in a cause, so only a count ends one.
      for (String part : row.text(column).split("(?<= ×\\d{1,9}); ", -1)) {
        Matcher cause = CAUSE.matcher(part);
        if (cause.matches()) {
          counts.merge(cause.group(1), Long.valueOf(cause.group(2)), Long::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .toList();
  }

  /**
   * Nothing when every row is valid or none was judged; {@code !} when the only one is invalid,
   * {@code !2/3} when two of three are.
   */
  String mark() {
    long invalid = rows.stream().filter(row -> !row.isValid()).count();
    if (invalid == 0) {
      return "";
    }
    return rows.size() == 1 ? "!" : "!" + invalid + "/" + rows.size();
  }

  /** A run of an older version, or a test's, may lack the column. */
  private long count(Column<StageRecord> column) {
    return rows.stream()
        .map(row -> row.text(column))
        .filter(cell -> !cell.isEmpty())
        .mapToLong(Long::parseLong)
        .sum();
  }

  private long sum(Column<StageRecord> column) {
    return rows.stream().mapToLong(row -> Long.parseLong(row.text(column))).sum();
  }
}
