package org.boardbench.results.column;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.results.table.StoredTable;

/**
 * What a search for capacities has found, as its file says it.
 *
 * @param rows in the file's order; none where the run is no search
 * @param isTorn whether the last line was cut off, as by a crash
 */
public record StoredCapacities(List<CapacityRecord> rows, boolean isTorn) {
  public StoredCapacities {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a run's file, strictly.
   *
   * @throws StoreException naming line and column of what cannot be right
   */
  public static StoredCapacities read(Path run) throws StoreException {
    if (Files.notExists(run.resolve(CapacityColumns.TABLE.fileName()))) {
      return new StoredCapacities(List.of(), false);
    }
    StoredTable<CapacityRecord> table = StoredTable.read(run, CapacityColumns.TABLE);
    List<CapacityRecord> rows = new ArrayList<>();
    for (StoredRow<CapacityRecord> row : table.rows()) {
      rows.add(record(row));
    }
    return new StoredCapacities(rows, table.isTorn());
  }

  /** What sums up all starts of a variant, in the file's order. */
  public List<CapacityRecord> results() {
    return rows.stream().filter(row -> row.part() == CapacityPart.RESULT).toList();
  }

  private static CapacityRecord record(StoredRow<CapacityRecord> row) throws StoreException {
    CapacityPart part = part(row);
    return new CapacityRecord(
        row.text(CapacityColumns.RUN_ID),
        row.text(CapacityColumns.TARGET),
        start(row, part),
        part,
        objective(row),
        row.optionalNumber(CapacityColumns.LOWER_USERS),
        row.optionalNumber(CapacityColumns.UPPER_USERS),
        atLeast(row),
        capacity(row),
        new CapacityRecord.Density(
            positive(row, CapacityColumns.USERS_PER_CORE),
            positive(row, CapacityColumns.USERS_PER_100_MIB)),
        new CapacityRecord.Censored(
            // Earlier versions did not know.
            row.flag(CapacityColumns.AT_MOST).orElse(false),
            row.optionalNumber(CapacityColumns.AT_LEAST_STARTS),
            row.optionalNumber(CapacityColumns.AT_MOST_STARTS)));
  }

  private static CapacityPart part(StoredRow<CapacityRecord> row) throws StoreException {
    Optional<CapacityPart> part = CapacityPart.of(row.text(CapacityColumns.PART));
    if (part.isEmpty()) {
      throw row.mustBe(
          CapacityColumns.PART,
          Arrays.stream(CapacityPart.values())
              .map(CapacityPart::toString)
              .collect(Collectors.joining(", ")));
    }
    return part.get();
  }

  private static Optional<CapacityRecord.Start> start(
      StoredRow<CapacityRecord> row, CapacityPart part) throws StoreException {
    String trial = row.text(CapacityColumns.TRIAL_ID);
    OptionalInt repetition = row.optionalNumber(CapacityColumns.REPETITION);
    boolean isResult = part == CapacityPart.RESULT;
    if (isResult != trial.isEmpty()) {
      throw row.mustBe(
          CapacityColumns.TRIAL_ID, isResult ? "empty in a result" : "that of a start");
    }
    if (isResult == repetition.isPresent()) {
      throw row.mustBe(
          CapacityColumns.REPETITION, isResult ? "empty in a result" : "that of a start");
    }
    return isResult
        ? Optional.empty()
        : Optional.of(new CapacityRecord.Start(trial, repetition.getAsInt()));
  }

  private static CapacityRecord.Objective objective(StoredRow<CapacityRecord> row)
      throws StoreException {
    if (row.number(CapacityColumns.OBJECTIVE) < 1) {
      throw row.mustBe(CapacityColumns.OBJECTIVE, "1 or more");
    }
    return new CapacityRecord.Objective(
        row.number(CapacityColumns.OBJECTIVE),
        given(row, CapacityColumns.RTT_P99_BOUND_MS),
        given(row, CapacityColumns.OWED_LOST_BOUND_PCT),
        row.number(CapacityColumns.DISCONNECTS_BOUND));
  }

  private static double given(StoredRow<CapacityRecord> row, Column<CapacityRecord> column)
      throws StoreException {
    OptionalDouble value = row.measured(column);
    if (value.isEmpty() || value.getAsDouble() < 0) {
      throw row.mustBe(column, "a number of at least 0");
    }
    return value.getAsDouble();
  }

  private static boolean atLeast(StoredRow<CapacityRecord> row) throws StoreException {
    Optional<Boolean> flag = row.flag(CapacityColumns.AT_LEAST);
    if (flag.isEmpty()) {
      throw row.mustBe(CapacityColumns.AT_LEAST, "true or false");
    }
    return flag.get();
  }

  private static CapacityRecord.Capacity capacity(StoredRow<CapacityRecord> row)
      throws StoreException {
    OptionalDouble users = positive(row, CapacityColumns.USERS);
    OptionalDouble low = positive(row, CapacityColumns.USERS_LOW);
    OptionalDouble high = positive(row, CapacityColumns.USERS_HIGH);
    boolean hasBothEnds = low.isPresent() == high.isPresent();
    boolean isOpen =
        row.flag(high.isPresent() ? CapacityColumns.AT_MOST : CapacityColumns.AT_LEAST)
            .orElse(false);
    boolean isAround =
        users.isPresent()
            && low.orElse(0) <= users.getAsDouble()
            && users.getAsDouble() <= high.orElse(Double.POSITIVE_INFINITY);
    boolean isEmpty = low.isEmpty() && high.isEmpty();
    if (!isEmpty && !(isAround && (hasBothEnds || isOpen))) {
      throw row.problem(
          CapacityColumns.USERS_LOW, "must be an interval around users with users_high, or empty");
    }
    return new CapacityRecord.Capacity(
        users, low, high, row.optionalNumber(CapacityColumns.STARTS));
  }

  private static OptionalDouble positive(
      StoredRow<CapacityRecord> row, Column<CapacityRecord> column) throws StoreException {
    OptionalDouble value = row.measured(column);
    if (value.isPresent() && value.getAsDouble() <= 0) {
      throw row.mustBe(column, "more than 0, or empty");
    }
    return value;
  }
}
