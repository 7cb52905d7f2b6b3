package org.boardbench.store;

import java.util.List;
import java.util.OptionalInt;

/** The columns of {@code micro.csv}, in order. */
final class MicroColumns {
  private MicroColumns() {}

  static List<Column<MicroRow>> of(String runId, boolean isQuick) {
    return List.of(
        new Column<>("run_id", row -> runId),
        new Column<>("benchmark", MicroRow::benchmark),
        new Column<>("group", MicroRow::group),
        new Column<>("library_or_strategy", MicroRow::compared),
        new Column<>("payload_bytes", row -> whole(row.payloadBytes())),
        new Column<>("members", row -> whole(row.members())),
        new Column<>("threads", row -> Integer.toString(row.threads())),
        new Column<>("mode", MicroRow::mode),
        new Column<>("score", row -> Cells.decimal(row.score(), 3)),
        new Column<>("score_error_99_9", row -> Cells.decimal(row.scoreError(), 3)),
        new Column<>("unit", MicroRow::unit),
        new Column<>("samples", row -> Long.toString(row.samples())),
        new Column<>("forks", row -> Integer.toString(row.forks())),
        new Column<>("alloc_bytes_per_op", row -> Cells.decimal(row.allocBytesPerOp(), 3)),
        new Column<>("encoded_bytes", row -> whole(row.encodedBytes())),
        new Column<>("quick", row -> Boolean.toString(isQuick)),
        new Column<>("cpu_ns_per_op", row -> Cells.decimal(row.cpuNsPerOp(), 3)));
  }

  private static String whole(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : Cells.NOT_MEASURED;
  }
}
