package org.boardbench.results.column;

import static org.boardbench.results.table.Units.MS;
import static org.boardbench.results.table.Units.PCT;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.row.CapacityRecord;
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
          row -> row.start().map(CapacityRecord.Start::trialId).orElse(""));
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
          row -> row.part().toString());
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
          "The capacity. Of a start in small steps the middle of the one in which it first violated"
              + " the objective, the highest load that it kept where it did not, or the first load"
              + " where it kept none just below; of a result the geometric mean of them, empty where"
              + " no load of the search was kept and where it is undecided (at_least is true then).",
          row -> row.capacity().users());
  public static final Column<CapacityRecord> STARTS =
      FIRST.optionalNumber(
          "starts", "Of a result, how many starts its mean is of.", row -> row.capacity().starts());
  public static final Column<CapacityRecord> USERS_LOW =
      FIRST.decimal(
          "users_low",
          "",
          1,
          "Of a result, where the 95 % interval of its mean begins: Student's t on logarithms, and"
              + " half a step more. Empty of fewer than three starts, where it is at most so much, and"
              + " where half of the starts or more are at least theirs.",
          row -> row.capacity().low());
  public static final Column<CapacityRecord> USERS_HIGH =
      FIRST.decimal(
          "users_high",
          "",
          1,
          "Where it ends. Empty of fewer than three starts, where it is at least so much, and where"
              + " half of the starts or more are at most theirs.",
          row -> row.capacity().high());
  public static final Column<CapacityRecord> USERS_PER_CORE =
      FIRST.decimal(
          "users_per_core",
          "",
          1,
          "Users of the highest load that a start in small steps kept, by the cores that server and"
              + " companions used there; of a result the geometric mean of them.",
          row -> row.density().usersPerCore());
  public static final Column<CapacityRecord> USERS_PER_100_MIB =
      FIRST.decimal(
          "users_per_100_mib",
          "",
          1,
          "The same by 100 MiB of the server's mean memory there, without companions.",
          row -> row.density().usersPer100Mib());

  private static final Columns<CapacityRecord> CENSORED = FIRST.edition(7);

  public static final Column<CapacityRecord> AT_MOST =
      CENSORED.flag(
          "at_most",
          "Whether it may be any amount less: of a start, because it violated the objective at the"
              + " first load at which it looked for it; of a result, because one of its starts did.",
          row -> Optional.of(row.censored().isAtMost()));
  public static final Column<CapacityRecord> AT_LEAST_STARTS =
      CENSORED.optionalNumber(
          "at_least_starts",
          "Of a result, how many starts in small steps came to their end before a violation.",
          row -> row.censored().atLeastStarts());
  public static final Column<CapacityRecord> AT_MOST_STARTS =
      CENSORED.optionalNumber(
          "at_most_starts",
          "Of a result, how many starts in small steps violated the objective at the first load at"
              + " which they looked for it.",
          row -> row.censored().atMostStarts());

  public static final TableSpec<CapacityRecord> TABLE =
      new TableSpec<>(
          "capacity.csv",
          "What a start says of an objective, and what all starts of a variant do; only of a search"
              + " for capacities.",
          FIRST.all());

  private CapacityColumns() {}

  private static OptionalInt repetition(Optional<CapacityRecord.Start> start) {
    return start.isPresent() ? OptionalInt.of(start.get().repetition()) : OptionalInt.empty();
  }
}
