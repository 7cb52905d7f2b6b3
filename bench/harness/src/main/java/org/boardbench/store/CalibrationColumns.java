package org.boardbench.store;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The columns of {@code calibration.csv}. */
final class CalibrationColumns {
  /** Decimals by unit: a microsecond, or a hundredth of a percent; counts have none. */
  private static final Map<String, Integer> PLACES = Map.of("ms", 3, "%", 2, "1/s", 1);

  private CalibrationColumns() {}

  static List<Column<CalibrationRow>> of(String runId) {
    return List.of(
        new Column<>("run_id", row -> runId),
        new Column<>("part", row -> row.part().toString()),
        new Column<>("case", CalibrationRow::name),
        new Column<>("users", row -> Integer.toString(row.users())),
        new Column<>("boards", row -> Integer.toString(row.boards())),
        new Column<>("rate_per_user", row -> Cells.decimal(row.ratePerUser(), 3)),
        new Column<>(
            "repetition",
            row ->
                row.repetition().isPresent()
                    ? Integer.toString(row.repetition().getAsInt())
                    : Cells.NOT_MEASURED),
        new Column<>("figure", row -> row.finding().figure()),
        new Column<>("unit", row -> row.finding().unit()),
        new Column<>("truth", row -> number(row.finding().truth(), row.finding().unit())),
        new Column<>("measured", row -> number(row.finding().measured(), row.finding().unit())),
        new Column<>("error", row -> number(row.finding().error(), row.finding().unit())),
        new Column<>("bound", row -> number(row.finding().bound(), row.finding().unit())),
        new Column<>(
            "ok", row -> row.finding().ok().map(String::valueOf).orElse(Cells.NOT_MEASURED)));
  }

  static String number(OptionalDouble value, String unit) {
    return Cells.decimal(value, PLACES.getOrDefault(unit, 0));
  }
}
