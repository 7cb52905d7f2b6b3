package org.boardbench.results.column;

import static org.boardbench.results.table.Units.BYTES;
import static org.boardbench.results.table.Units.PER_S;
import static org.boardbench.results.table.Units.SECONDS;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;

/** Columns of {@code stages.csv}: whose row it is, the load, and what was counted. */
public final class StageCounts {
  static final Columns<StageRecord> FIRST = Columns.first();

  public static final Column<StageRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<StageRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<StageRecord> TARGET =
      FIRST.name("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<StageRecord> REPETITION =
      FIRST.number("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<StageRecord> ORDER =
      FIRST.count("order", "Position in the run's random order.", row -> row.trial().order());
  public static final Column<StageRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", row -> row.load().stage());
  public static final Column<StageRecord> USERS =
      FIRST.number("users", "Planned virtual users.", row -> row.load().users());
  public static final Column<StageRecord> BOARDS =
      FIRST.count("boards", "Boards that the users spread over.", row -> row.load().boards());
  public static final Column<StageRecord> RATE_PER_USER =
      FIRST.figure(
          "rate_per_user",
          PER_S,
          "Messages that a user sends, in the mean over the users.",
          row -> Cells.shortest(row.load().ratePerUser()));
  public static final Column<StageRecord> PAYLOAD_BYTES =
      FIRST.figure(
          "payload_bytes",
          BYTES,
          "Size of a message, in the mean.",
          row -> Integer.toString(row.load().payloadBytes()));
  public static final Column<StageRecord> HOLD_S =
      FIRST.decimal(
          "hold_s",
          SECONDS,
          3,
          "How long the hold was, which the row's figures are of.",
          row -> OptionalDouble.of(row.load().holdS()));
  public static final Column<StageRecord> JOINED =
      FIRST.count("joined", "Users joined at the start of the hold.", row -> row.users().joined());
  public static final Column<StageRecord> CONNECT_FAILURES =
      FIRST.count(
          "connect_failures",
          "Attempts to connect or join that failed.",
          row -> sum(row.users().connectFailures()));
  public static final Column<StageRecord> DISCONNECTS =
      FIRST.count(
          "disconnects",
          "Joined users that dropped during ramp, hold or drain.",
          row -> sum(row.users().disconnects()));
  public static final Column<StageRecord> SCHEDULED =
      FIRST.count("scheduled", "Messages of the hold's schedule.", row -> row.hold().scheduled());
  public static final Column<StageRecord> SENT =
      FIRST.count("sent", "Those of them that the kernel took.", row -> row.hold().sent());
  public static final Column<StageRecord> EXPECTED =
      FIRST.count(
          "expected",
          "Deliveries: over the sent messages, the users joined to the board at that moment.",
          row -> row.hold().expected());
  public static final Column<StageRecord> DELIVERED =
      FIRST.count(
          "delivered",
          "Distinct deliveries to users who were expected to get them.",
          row -> row.hold().delivered());
  public static final Column<StageRecord> LOST =
      FIRST.count("lost", "expected − delivered.", row -> row.hold().lost());
  public static final Column<StageRecord> LOSS_PCT =
      FIRST.share(
          "loss_pct", "lost ÷ expected.", row -> row.hold().lost(), row -> row.hold().expected());
  public static final Column<StageRecord> DUPLICATED =
      FIRST.count(
          "duplicated",
          "Deliveries of a message that the receiver already had.",
          row -> row.hold().duplicated());
  public static final Column<StageRecord> REORDERED =
      FIRST.count(
          "reordered",
          "Deliveries with a lower number than one before from that sender (RFC 4737).",
          row -> row.hold().reordered());
  public static final Column<StageRecord> CORRUPT =
      FIRST.count(
          "corrupt",
          "Frames without a readable stamp; what they should have been is lost too.",
          row -> row.hold().corrupt());
  public static final Column<StageRecord> MISROUTED =
      FIRST.count(
          "misrouted",
          "Deliveries at a user who is not on the message's board.",
          row -> row.hold().misrouted());
  public static final Column<StageRecord> RAMP_SENT =
      FIRST.count("ramp_sent", "sent, of the ramp.", row -> row.ramp().sent());
  public static final Column<StageRecord> RAMP_EXPECTED =
      FIRST.count("ramp_expected", "expected, of the ramp.", row -> row.ramp().expected());
  public static final Column<StageRecord> RAMP_LOST =
      FIRST.count("ramp_lost", "lost, of the ramp.", row -> row.ramp().lost());
  public static final Column<StageRecord> TPS_SENT =
      rate("tps_sent", "Messages sent.", row -> row.hold().sent());
  public static final Column<StageRecord> TPS_RECEIVED =
      rate(
          "tps_received",
          "Deliveries that arrived during the hold.",
          row -> row.traffic().received());
  public static final Column<StageRecord> TPS =
      rate("tps", "tps_sent + tps_received.", row -> row.hold().sent() + row.traffic().received());

  private StageCounts() {}

  private static Column<StageRecord> rate(
      String name, String doc, ToLongFunction<StageRecord> count) {
    return FIRST.decimal(name, PER_S, 2, doc, row -> row.perSecond(count.applyAsLong(row)));
  }

  private static long sum(Map<String, Integer> byCause) {
    return byCause.values().stream().mapToLong(Integer::longValue).sum();
  }
}
