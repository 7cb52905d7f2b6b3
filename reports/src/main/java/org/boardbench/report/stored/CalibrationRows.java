package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Turns records of {@code calibration.csv} into rows. */
final class CalibrationRows {
  static final List<String> COLUMNS =
      List.of(
          "part",
          "case",
          "users",
          "boards",
          "rate_per_user",
          "repetition",
          "figure",
          "unit",
          "truth",
          "measured",
          "error",
          "bound",
          "ok");

  private CalibrationRows() {}

  static List<CalibrationRow> of(List<CsvRow> records) throws StoredRunException {
    List<CalibrationRow> rows = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (CsvRow csv : records) {
      CalibrationRow row = row(csv);
      if (!seen.add(List.of(row.part(), row.name(), row.repetition(), row.figure()))) {
        throw csv.problem(
            "figure", "appears twice in its case and repetition: \"" + row.figure() + "\"");
      }
      rows.add(row);
    }
    return rows;
  }

  private static CalibrationRow row(CsvRow csv) throws StoredRunException {
    return new CalibrationRow(
        part(csv),
        csv.name("case"),
        csv.integer("users"),
        csv.integer("boards"),
        csv.figure("rate_per_user"),
        csv.text("repetition").isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(csv.integer("repetition")),
        csv.name("figure"),
        csv.name("unit"),
        csv.figure("truth"),
        csv.figure("measured"),
        csv.figure("error"),
        csv.figure("bound"),
        csv.verdict("ok"));
  }

  private static CalibrationPart part(CsvRow csv) throws StoredRunException {
    return switch (csv.text("part")) {
      case "truth" -> CalibrationPart.TRUTH;
      case "capacity" -> CalibrationPart.CAPACITY;
      case "noise" -> CalibrationPart.NOISE;
      case "interference" -> CalibrationPart.INTERFERENCE;
      case String other ->
          throw csv.problem(
              "part", "must be truth, capacity, noise or interference, was \"" + other + "\"");
    };
  }
}
