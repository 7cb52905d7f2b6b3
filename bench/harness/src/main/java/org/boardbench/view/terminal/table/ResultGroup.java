package org.boardbench.view.terminal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.DecimalMedian;
import org.boardbench.results.table.StoredRow;
import org.boardbench.view.terminal.text.Figures;

/** The stored rows of one target with one number of users, a row for each repetition. */
final class ResultGroup {
  /** What the rows have in common; the stage too, because two stages may have the same users. */
  record Key(String target, int stage, int users) {
    static Key of(StoredRow<StageRecord> row) {
      return new Key(
          row.text(StageCounts.TARGET),
          row.number(StageCounts.STAGE),
          row.number(StageCounts.USERS));
    }
  }

  /** A percentile of fewer messages speaks of a part of them only. */
  private static final double COVERED_PCT = 99.9;

  /** Begins a figure that is a lower bound. */
  static final String AT_LEAST = "≥";

  private static final Column<StageRecord> CENSORED = StageExtras.RTT_P95_CENSORED_MS;

  private static final Pattern CAUSE = Pattern.compile("(.+) ×(\\d{1,9})");

  private final Key key;
  private final List<StoredRow<StageRecord>> rows = new ArrayList<>();

  ResultGroup(Key key) {
    this.key = key;
  }

  void add(StoredRow<StageRecord> row) {
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
    return median(row -> row.text(column));
  }

  private String median(Function<StoredRow<StageRecord>, String> cell) {
    double[] values =
        judged()
            .map(cell)
            .filter(text -> !text.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    return values.length == 0 ? Figures.NOT_MEASURED : Figures.rounded(DecimalMedian.of(values));
  }

  /** The valid rows, or all where none is valid. */
  private Stream<StoredRow<StageRecord>> judged() {
    boolean anyValid = rows.stream().anyMatch(row -> !isInvalid(row));
    return rows.stream().filter(row -> !anyValid || !isInvalid(row));
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
   * A percentile of the RTT; {@code ≥4500} where some messages never came back, so that it is a
   * lower bound. What is greater than the 95th is at least as much as that is with those counted.
   */
  String rtt(Column<StageRecord> column) {
    String median = median(row -> isPartOfAll(row) ? atLeast(row, column) : row.text(column));
    return marked(median, ResultGroup::isPartOfAll);
  }

  /** Whether the row's percentiles of the RTT speak of a part of the messages. */
  private static boolean isPartOfAll(StoredRow<StageRecord> row) {
    String pct = row.text(StageExtras.RTT_COVERAGE_PCT);
    return !row.text(CENSORED).isEmpty() && !pct.isEmpty() && Double.parseDouble(pct) < COVERED_PCT;
  }

  private static String atLeast(StoredRow<StageRecord> row, Column<StageRecord> column) {
    String censored = row.text(CENSORED);
    String ofThoseBack = row.text(column);
    if (column.equals(StageTimes.RTT_P95_MS)) {
      return censored;
    }
    boolean isBelow =
        column.equals(StageTimes.RTT_P99_MS)
            && (ofThoseBack.isEmpty()
                || Double.parseDouble(ofThoseBack) < Double.parseDouble(censored));
    return isBelow ? censored : ofThoseBack;
  }

  /** {@code ≥450} where some of what was expected never came. */
  String deliveryP99() {
    return marked(median(StageTimes.DELIVERY_P99_MS), ResultGroup::isPartOfExpected);
  }

  /** As a lower bound where a row's figure is one. */
  private String marked(String median, Predicate<StoredRow<StageRecord>> isBound) {
    boolean isMarked = !median.equals(Figures.NOT_MEASURED) && judged().anyMatch(isBound);
    return isMarked ? AT_LEAST + median : median;
  }

  /** An older version's rows do not know what their percentiles speak of. */
  private static boolean isPartOfExpected(StoredRow<StageRecord> row) {
    double lost = Double.parseDouble(row.text(StageCounts.LOST));
    return !row.text(StageExtras.RTT_COVERAGE_PCT).isEmpty()
        && lost > (1 - COVERED_PCT / 100) * Double.parseDouble(row.text(StageCounts.EXPECTED));
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
    for (StoredRow<StageRecord> row : rows) {
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
    long invalid = rows.stream().filter(ResultGroup::isInvalid).count();
    if (invalid == 0) {
      return "";
    }
    return rows.size() == 1 ? "!" : "!" + invalid + "/" + rows.size();
  }

  private static boolean isInvalid(StoredRow<StageRecord> row) {
    return row.text(StageCosts.VALID).equals("false");
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
