package org.boardbench.results.column;

import static org.boardbench.results.table.Units.MS;
import static org.boardbench.results.table.Units.PCT;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.TrialKey;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code capacity.csv}. */
public final class CapacityColumns {
  private static final Columns<CapacityRecord> FIRST = Columns.first();

  public static final Column<CapacityRecord> RUN_ID =
      FIRST.text("run_id", "The run, named after experiment and start.", CapacityRecord::runId);
  public static final Column<CapacityRecord> TRIAL_ID =
      FIRST.text(
          "trial_id",
          "The start; empty for a result, which sums up all of the variant.",
          row -> row.start().map(TrialKey::trialId).orElse(""));
  public static final Column<CapacityRecord> TARGET =
      FIRST.name("target", "The variant, by its name in the plan.", CapacityRecord::target);
  public static final Column<CapacityRecord> REPETITION =
      FIRST.optionalNumber(
          "repetition",
          "The start's number, from 1; empty for a result.",
          row -> repetition(row.start()));
  public static final Column<CapacityRecord> PART =
      FIRST.name(
          "part",
          "What the start was for: bracket (large steps), staircase (small ones), confirmation (a"
              + " longer hold); or result.",
          CapacityRecord::part);
  public static final Column<CapacityRecord> OBJECTIVE =
      FIRST.number("objective", "Its place in the plan, from 1.", row -> row.objective().number());
  public static final Column<CapacityRecord> RTT_P99_BOUND_MS =
      FIRST.decimal(
          "rtt_p99_bound_ms",
          MS,
          3,
          "Most that the objective lets the RTT's p99 be.",
          row -> OptionalDouble.of(row.objective().rttP99Ms()));
  public static final Column<CapacityRecord> OWED_LOST_BOUND_PCT =
      FIRST.decimal(
          "owed_lost_bound_pct",
          PCT,
          4,
          "Most of the owed deliveries that it lets be lost.",
          row -> OptionalDouble.of(row.objective().owedLossPct()));
  public static final Column<CapacityRecord> DISCONNECTS_BOUND =
      FIRST.number(
          "disconnects_bound",
          "Most users that it lets drop.",
          row -> row.objective().disconnects());
  public static final Column<CapacityRecord> LOWER_USERS =
      FIRST.optionalNumber(
          "lower_users",
          "Of a start, the highest load that it kept below its first violation; of a result, the"
              + " lower bound: the highest load that at least half of the confirming starts kept.",
          CapacityRecord::lowerUsers);
  public static final Column<CapacityRecord> UPPER_USERS =
      FIRST.optionalNumber(
          "upper_users",
          "Of a start, the load of its first violation; of a result, the upper bound: the lowest load"
              + " that more than half of the confirming starts violated.",
          CapacityRecord::upperUsers);
  public static final Column<CapacityRecord> AT_LEAST =
      FIRST.flag(
          "at_least",
          "Whether it may be any amount more, because the driver's limit or the last load came"
              + " first.",
          row -> Optional.of(row.isAtLeast()));
  public static final Column<CapacityRecord> USERS =
      FIRST.decimal(
          "users",
          "",
          1,
          "Of a result, the capacity: the geometric mean over starts of the middle of the step in"
              + " which each first violated the objective.",
          CapacityRecord::users);
  public static final Column<CapacityRecord> STARTS =
      FIRST.optionalNumber(
          "starts", "Of a result, how many starts its mean is of.", CapacityRecord::starts);

  public static final TableSpec<CapacityRecord> TABLE =
      new TableSpec<>(
          "capacity.csv",
          "What a start says of an objective, and what all starts of a variant do; only of a search"
              + " for capacities.",
          FIRST.all());

  private CapacityColumns() {}

  private static OptionalInt repetition(Optional<TrialKey> start) {
    return start.isPresent() ? OptionalInt.of(start.get().repetition()) : OptionalInt.empty();
  }
}
