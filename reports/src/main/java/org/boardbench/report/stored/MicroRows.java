package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Turns records of {@code micro.csv} into rows. */
final class MicroRows {
  static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "group",
          "library_or_strategy",
          "payload_bytes",
          "members",
          "threads",
          "mode",
          "score",
          "score_error_99_9",
          "unit",
          "alloc_bytes_per_op",
          "encoded_bytes",
          "quick",
          "cpu_ns_per_op");

  private MicroRows() {}

  static List<MicroRow> of(List<CsvRow> records) throws StoredRunException {
    List<MicroRow> rows = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (CsvRow csv : records) {
      MicroRow row = row(csv);
      if (!seen.add(
          List.of(row.benchmark(), row.by(), row.payloadBytes(), row.members(), row.threads()))) {
        throw csv.problem(
            "benchmark", "appears twice with these parameters: \"" + row.benchmark() + "\"");
      }
      rows.add(row);
    }
    return rows;
  }

  private static MicroRow row(CsvRow csv) throws StoredRunException {
    require(csv, "mode", "avgt");
    require(csv, "unit", "ns/op");
    return new MicroRow(
        csv.name("benchmark"),
        csv.name("group"),
        csv.name("library_or_strategy"),
        count(csv, "payload_bytes"),
        count(csv, "members"),
        csv.integer("threads"),
        csv.figure("score"),
        csv.figure("score_error_99_9"),
        csv.figure("alloc_bytes_per_op"),
        csv.figure("encoded_bytes"),
        csv.verdict("quick")
            .orElseThrow(() -> csv.problem("quick", "must be true or false, was \"\"")),
        csv.figure("cpu_ns_per_op"));
  }

  /** Other modes and units exist, and what is drawn would be wrong with them. */
  private static void require(CsvRow csv, String column, String value) throws StoredRunException {
    String text = csv.name(column);
    if (!text.equals(value)) {
      throw csv.problem(column, "must be " + value + ", was \"" + text + "\"");
    }
  }

  private static OptionalInt count(CsvRow csv, String column) throws StoredRunException {
    if (csv.text(column).isEmpty()) {
      return OptionalInt.empty();
    }
    int count = csv.integer(column);
    if (count < 1) {
      throw csv.problem(column, "must be at least 1 or empty, was \"" + count + "\"");
    }
    return OptionalInt.of(count);
  }
}
