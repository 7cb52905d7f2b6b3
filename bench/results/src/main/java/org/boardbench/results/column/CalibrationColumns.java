package org.boardbench.results.column;

import static org.boardbench.results.table.Units.PER_S;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.boardbench.results.row.CalibrationRecord;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code calibration.csv}. */
public final class CalibrationColumns {
  private static final Columns<CalibrationRecord> FIRST = Columns.first();

  public static final Column<CalibrationRecord> RUN_ID =
      FIRST.text("run_id", "The calibration.", CalibrationRecord::runId);
  public static final Column<CalibrationRecord> PART =
      FIRST.text(
          "part",
          "truth, capacity, noise or interference.",
          record -> record.row().part().toString());
  public static final Column<CalibrationRecord> CASE =
      FIRST.name(
          "case", "The case within its part: drop, 300u-10b.", record -> record.row().name());
  public static final Column<CalibrationRecord> USERS =
      FIRST.number("users", "Virtual users.", record -> record.row().users());
  public static final Column<CalibrationRecord> BOARDS =
      FIRST.number("boards", "Boards that the users spread over.", record -> record.row().boards());
  public static final Column<CalibrationRecord> RATE_PER_USER =
      FIRST.decimal(
          "rate_per_user",
          PER_S,
          3,
          "Messages that each user sends.",
          record -> record.row().ratePerUser());
  public static final Column<CalibrationRecord> REPETITION =
      FIRST.optionalNumber(
          "repetition",
          "The step of a search or the trial, from 1; empty for what sums them up.",
          record -> record.row().repetition());
  public static final Column<CalibrationRecord> FIGURE =
      FIRST.name("figure", "What the numbers are of.", record -> record.row().finding().figure());
  public static final Column<CalibrationRecord> UNIT =
      FIRST.name("unit", "Of the numbers.", record -> record.row().finding().unit());
  public static final Column<CalibrationRecord> TRUTH =
      number(
          "truth", "What it should be, as the server counted or delayed.", CalibrationValue::truth);
  public static final Column<CalibrationRecord> MEASURED =
      number("measured", "What the driver found.", CalibrationValue::measured);
  public static final Column<CalibrationRecord> ERROR =
      number("error", "measured − truth.", CalibrationValue::error);
  public static final Column<CalibrationRecord> BOUND =
      number("bound", "The largest error, up or down, that passes.", CalibrationValue::bound);
  public static final Column<CalibrationRecord> OK =
      FIRST.flag(
          "ok",
          "Whether it passed; empty for a number that nothing judges.",
          record -> record.row().finding().ok());

  public static final TableSpec<CalibrationRecord> TABLE =
      new TableSpec<>(
          "calibration.csv", "One number of a calibration beside what it should be.", FIRST.all());

  private CalibrationColumns() {}

  private static Column<CalibrationRecord> number(
      String name, String doc, Function<CalibrationValue, OptionalDouble> value) {
    return FIRST.figure(
        name,
        "see unit",
        doc,
        record -> record.row().finding().text(value.apply(record.row().finding())));
  }
}
