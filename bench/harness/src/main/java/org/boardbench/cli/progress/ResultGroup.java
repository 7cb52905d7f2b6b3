package org.boardbench.cli.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stored rows of one target with one number of users, a row for each repetition. */
final class ResultGroup {
  /** What the rows have in common; the stage too, because two stages may have the same users. */
  record Key(String target, int stage, int users) {
    static Key of(Map<String, String> row) {
      return new Key(
          row.get("target"),
          Integer.parseInt(row.get("stage")),
          Integer.parseInt(row.get("users")));
    }
  }

  private final Key key;
  private final List<Map<String, String>> rows = new ArrayList<>();

  ResultGroup(Key key) {
    this.key = key;
  }

  void add(Map<String, String> row) {
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
  String median(String column) {
    boolean anyValid = rows.stream().anyMatch(row -> !isInvalid(row));
    double[] values =
        rows.stream()
            .filter(row -> !anyValid || !isInvalid(row))
            .map(row -> row.get(column))
            .filter(cell -> !cell.isEmpty())
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    if (values.length == 0) {
      return Figures.NOT_MEASURED;
    }
    int middle = values.length / 2;
    return Figures.rounded(
        values.length % 2 == 1 ? values[middle] : mean(values[middle - 1], values[middle]));
  }

  /** Of the decimals as they were stored, so that rounding sees no binary fraction. */
  private static double mean(double a, double b) {
    return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).divide(BigDecimal.TWO).doubleValue();
  }

  /** Over all repetitions together: a median would hide the one that lost. */
  String lossPct() {
    return Figures.lossPct(sum("lost"), sum("expected"));
  }

  /**
   * Nothing when every row stands or none was judged; {@code !} when the only one does not stand,
   * {@code !2/3} when two of three do not.
   */
  String mark() {
    long invalid = rows.stream().filter(ResultGroup::isInvalid).count();
    if (invalid == 0) {
      return "";
    }
    return rows.size() == 1 ? "!" : "!" + invalid + "/" + rows.size();
  }

  private static boolean isInvalid(Map<String, String> row) {
    return row.get("valid").equals("false");
  }

  private long sum(String column) {
    return rows.stream().mapToLong(row -> Long.parseLong(row.get(column))).sum();
  }
}
