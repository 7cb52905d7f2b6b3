package org.boardbench.results.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.table.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredCapacitiesTest {
  private static final CapacityRecord.Objective OBJECTIVE =
      new CapacityRecord.Objective(2, 25, 0.1, 0);
  private static final CapacityRecord START =
      new CapacityRecord(
          "run",
          "node-ws",
          Optional.of(new CapacityRecord.Start("node-ws-r2", 2)),
          CapacityPart.STAIRCASE,
          OBJECTIVE,
          OptionalInt.of(476),
          OptionalInt.of(500),
          false,
          CapacityRecord.Capacity.ofStart(OptionalDouble.of(487.9)),
          new CapacityRecord.Density(OptionalDouble.of(512.3), OptionalDouble.empty()),
          CapacityRecord.Censored.ofStart(false));
  private static final CapacityRecord RESULT =
      new CapacityRecord(
          "run",
          "node-ws",
          Optional.empty(),
          CapacityPart.RESULT,
          OBJECTIVE,
          OptionalInt.empty(),
          OptionalInt.of(500),
          false,
          new CapacityRecord.Capacity(
              OptionalDouble.of(482.6),
              OptionalDouble.of(461.2),
              OptionalDouble.of(505),
              OptionalInt.of(5)),
          CapacityRecord.Density.NONE,
          new CapacityRecord.Censored(false, OptionalInt.of(1), OptionalInt.of(0)));

  @TempDir private Path run;

  @Test
  void readsWhatWasWritten() throws Exception {
    write();

    StoredCapacities read = StoredCapacities.read(run);
    assertThat(read.rows()).containsExactly(START, RESULT);
    assertThat(read.results()).containsExactly(RESULT);
    assertThat(read.isTorn()).isFalse();
  }

  @Test
  void aRunThatIsNoSearchHasNone() throws Exception {
    assertThat(StoredCapacities.read(run).rows()).isEmpty();
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "staircase|ladder|column part: must be bracket, staircase, confirmation, result, was \"ladder\"",
        "staircase|result|column trial_id: must be empty in a result, was \"node-ws-r2\"",
        "node-ws-r2|''|column trial_id: must be that of a start, was \"\"",
        "2,staircase|,staircase|column repetition: must be that of a start, was \"\"",
        "staircase,2|staircase,0|column objective: must be 1 or more, was \"0\"",
        "25.000|''|column rtt_p99_bound_ms: must be a number of at least 0, was \"\"",
        "500,false|500,|column at_least: must be true or false, was \"\"",
        "487.9|0.0|column users: must be more than 0, or empty, was \"0.0\"",
        "461.2|490.0|column users_low: must be an interval around users with users_high, or empty",
        "505.0|''|column users_low: must be an interval around users with users_high, or empty",
        "476|many|column lower_users: must be a whole number, was \"many\"",
      })
  void aCellThatCannotBeRightIsRefusedByName(String right, String wrong, String message)
      throws Exception {
    write();
    Path file = run.resolve("capacity.csv");
    Files.writeString(file, Files.readString(file).replace(right, wrong));

    assertThatThrownBy(() -> StoredCapacities.read(run))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("capacity.csv, line ")
        .hasMessageEndingWith(message);
  }

  @Test
  void aFileOfAnEarlierVersionKnowsOfNoStartThatIsAtMost() throws Exception {
    write();
    Path file = run.resolve("capacity.csv");
    String older =
        Files.readString(file).replaceAll("(,at_most.*|,(true|false),\\d*,\\d*)(?=\r\n)", "");
    Files.writeString(file, older);

    assertThat(older).doesNotContain("at_most");
    assertThat(StoredCapacities.read(run).rows())
        .extracting(CapacityRecord::censored)
        .containsOnly(CapacityRecord.Censored.NONE);
  }

  @ParameterizedTest(name = "at least {0}, at most {1}: {2} to {3}")
  @CsvSource({"true, false, 461.2, ''", "false, true, '', 505.0", "false, true, '', ''"})
  void anEndMayBeOpenWhereTheFlagsSaySo(boolean atLeast, boolean atMost, String low, String high)
      throws Exception {
    CapacityRecord open =
        new CapacityRecord(
            "run",
            "node-ws",
            Optional.empty(),
            CapacityPart.RESULT,
            OBJECTIVE,
            OptionalInt.empty(),
            OptionalInt.empty(),
            atLeast,
            new CapacityRecord.Capacity(
                OptionalDouble.of(482.6), users(low), users(high), OptionalInt.of(5)),
            CapacityRecord.Density.NONE,
            new CapacityRecord.Censored(atMost, OptionalInt.of(1), OptionalInt.of(1)));
    write(open);

    assertThat(StoredCapacities.read(run).rows()).containsExactly(open);
  }

  private static OptionalDouble users(String cell) {
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }

  private void write(CapacityRecord... rows) throws Exception {
    try (TableFile<CapacityRecord> file = TableFile.create(run, CapacityColumns.TABLE)) {
      file.append(rows.length == 0 ? List.of(START, RESULT) : List.of(rows));
    }
  }
}
