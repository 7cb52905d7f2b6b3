package org.boardbench.results.column;

import static org.boardbench.results.table.Units.BYTES;
import static org.boardbench.results.table.Units.MIB;
import static org.boardbench.results.table.Units.PCT;
import static org.boardbench.results.table.Units.PCT_OF_CORE;
import static org.boardbench.results.table.Units.PER_S;
import static org.boardbench.results.table.Units.SECONDS;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.boardbench.results.reason.ClientFigure;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code clients.csv}; those that {@code stages.csv} has too mean the same. */
public final class ClientColumns {
  private static final int LOSS_PLACES = 4;

  private static final Columns<ClientRecord> FIRST = Columns.first();

  public static final Column<ClientRecord> RUN_ID =
      FIRST.name("run_id", "The run.", row -> row.key().runId());
  public static final Column<ClientRecord> TARGET =
      FIRST.name("target", "The variant, by its name in the plan.", row -> row.key().target());
  public static final Column<ClientRecord> CLIENT =
      FIRST.name(
          "client",
          "Who drove: boardbench is our own driver, another name a folder of bench/clients.",
          row -> row.key().client());
  public static final Column<ClientRecord> VERSION =
      FIRST.text("version", "Of that client.", row -> row.key().version().orElse(""));
  public static final Column<ClientRecord> REPETITION =
      FIRST.number("repetition", "Counts from 1.", row -> row.key().repetition());
  public static final Column<ClientRecord> ORDER =
      FIRST.number("order", "Position in the run's random order.", row -> row.key().order());
  public static final Column<ClientRecord> USERS =
      FIRST.number("users", "Planned virtual users.", row -> row.load().users());
  public static final Column<ClientRecord> BOARDS =
      FIRST.number("boards", "Boards that the users spread over.", row -> row.load().boards());
  public static final Column<ClientRecord> RATE_PER_USER =
      FIRST.figure(
          "rate_per_user",
          PER_S,
          "Messages that a user sends.",
          row -> Cells.shortest(row.load().ratePerUser()));
  public static final Column<ClientRecord> PAYLOAD_BYTES =
      FIRST.figure(
          "payload_bytes",
          BYTES,
          "Size of a message.",
          row -> Integer.toString(row.load().payloadBytes()));
  public static final Column<ClientRecord> HOLD_S =
      FIRST.decimal(
          "hold_s",
          SECONDS,
          3,
          "How long the hold was, which the row's figures are of.",
          row -> OptionalDouble.of(row.load().holdS()));
  public static final Column<ClientRecord> OK =
      FIRST.flag(
          "ok",
          "Whether the client ran to its end and told what it found.",
          row -> Optional.of(row.failure().isEmpty()));
  public static final Column<ClientRecord> REASON =
      FIRST.text("reason", "Why it did not.", row -> row.failure().orElse(""));
  public static final Column<ClientRecord> JOINED =
      FIRST.optionalCount("joined", "Users that joined.", row -> row.users().joined());
  public static final Column<ClientRecord> CONNECT_FAILURES =
      FIRST.optionalCount(
          "connect_failures",
          "Attempts to connect or join that failed.",
          row -> row.users().connectFailures());
  public static final Column<ClientRecord> DISCONNECTS =
      FIRST.optionalCount(
          "disconnects", "Joined users that dropped.", row -> row.users().disconnects());
  public static final Column<ClientRecord> SCHEDULED =
      FIRST.count("scheduled", "Messages of the hold's schedule.", row -> row.load().scheduled());
  public static final Column<ClientRecord> SENT =
      FIRST.optionalCount(
          "sent", "Those of them that the client sent.", row -> row.messages().sent());
  public static final Column<ClientRecord> EXPECTED =
      FIRST.optionalCount(
          "expected",
          "Deliveries: over the sent messages, the users joined to the board at that moment.",
          row -> row.messages().expected());
  public static final Column<ClientRecord> DELIVERED =
      FIRST.optionalCount(
          "delivered",
          "Deliveries that the client took until its end.",
          row -> row.messages().delivered());
  public static final Column<ClientRecord> LOST =
      FIRST.optionalCount("lost", "expected − delivered.", row -> row.messages().lost());
  public static final Column<ClientRecord> LOSS_PCT =
      share(
          "loss_pct",
          "lost ÷ expected.",
          row -> row.messages().lost(),
          row -> row.messages().expected());
  public static final Column<ClientRecord> RTT_MEAN_MS =
      rtt("rtt_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<ClientRecord> RTT_P50_MS =
      rtt("rtt_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<ClientRecord> RTT_P95_MS =
      rtt("rtt_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<ClientRecord> RTT_P99_MS =
      rtt("rtt_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<ClientRecord> RTT_MAX_MS =
      rtt("rtt_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<ClientRecord> SERVICE_P50_MS =
      service("service_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<ClientRecord> SERVICE_P95_MS =
      service("service_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<ClientRecord> SERVICE_P99_MS =
      service("service_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<ClientRecord> CLIENT_CPU_MEAN_PCT =
      cpu("client_cpu_mean_pct", "Mean CPU of the client.", ClientRecord.Use::clientCpuMeanPct);
  public static final Column<ClientRecord> CLIENT_MEMORY_MAX_MIB =
      FIRST.decimal(
          "client_memory_max_mib",
          MIB,
          1,
          "Its greatest memory.",
          row -> row.use().clientMemoryMaxMib());
  public static final Column<ClientRecord> CPU_MEAN_PCT =
      cpu(
          "cpu_mean_pct",
          "Mean CPU of the server, without companions.",
          ClientRecord.Use::serverCpuMeanPct);
  public static final Column<ClientRecord> SENTINEL_CPU_MEAN_PCT =
      cpu(
          "sentinel_cpu_mean_pct",
          "Mean CPU of the sentinels, beside another client than our driver.",
          ClientRecord.Use::sentinelCpuMeanPct);
  public static final Column<ClientRecord> MACHINE_IDLE_PCT =
      FIRST.decimal(
          "machine_idle_pct",
          PCT,
          2,
          "What nobody used of all cores together.",
          row -> row.use().machineIdlePct());
  public static final Column<ClientRecord> SENTINEL_SEEN =
      FIRST.optionalCount(
          "sentinel_seen",
          "Messages of the hold that reached the sentinel of their board.",
          row -> row.sentinel().seen());
  public static final Column<ClientRecord> SENTINEL_LOST =
      FIRST.optionalCount(
          "sentinel_lost",
          "sent − sentinel_seen; what the server did not deliver.",
          row -> row.sentinel().lost());
  public static final Column<ClientRecord> SENTINEL_LOSS_PCT =
      share(
          "sentinel_loss_pct",
          "sentinel_lost ÷ sent.",
          row -> row.sentinel().lost(),
          row -> row.sentinel().sent());
  public static final Column<ClientRecord> SENTINEL_P50_MS =
      sentinel("sentinel_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<ClientRecord> SENTINEL_P95_MS =
      sentinel("sentinel_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<ClientRecord> SENTINEL_P99_MS =
      sentinel("sentinel_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<ClientRecord> SENTINEL_MAX_MS =
      sentinel("sentinel_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<ClientRecord> BOOKS_DELIVERIES =
      FIRST.optionalCount(
          "books_deliveries",
          "Deliveries by the server's own count, ramp included; of the target reference alone.",
          row -> row.books().deliveries());
  public static final Column<ClientRecord> BOOKS_RECEIVED =
      FIRST.optionalCount(
          "books_received",
          "What client and sentinels together got of these.",
          row -> row.books().received());
  public static final Column<ClientRecord> BOOKS_LOSS_PCT =
      share(
          "books_loss_pct",
          "What is missing of books_deliveries in books_received.",
          row -> row.books().lost(),
          row -> row.books().deliveries());

  private static final Columns<ClientRecord> EIGHTH = FIRST.edition(8);

  public static final Column<ClientRecord> SEND_DELAY_P99_MS =
      EIGHTH.ms(
          "send_delay_p99_ms",
          "99th percentile of how much later than due a message was sent; of other clients than"
              + " boardbench, than the most punctual one of the same user.",
          row -> row.sentinel().sendDelay(),
          TimeFigures::p99Ns);
  public static final Column<ClientRecord> SENTINEL_BUFFER_PCT =
      EIGHTH.decimal(
          "sentinel_buffer_pct",
          PCT,
          2,
          "How full a sentinel's receive buffer became because it was read late.",
          row -> row.sentinel().bufferPct());
  public static final Column<ClientRecord> VALID =
      EIGHTH.flag(
          "valid",
          "Whether all of the row's figures may be believed.",
          row -> row.failure().isEmpty() ? Optional.of(row.reasons().isEmpty()) : Optional.empty());
  public static final Column<ClientRecord> INVALID_REASONS =
      EIGHTH.text(
          "invalid_reasons",
          "Why not: code, measured value and bound of each reason.",
          row -> InvalidReason.cell(row.reasons()));
  public static final Column<ClientRecord> INVALID_FIGURES =
      EIGHTH.text(
          "invalid_figures",
          "Which may not: rtt (with service), loss, sentinel (its times), sentinel-loss.",
          row -> ClientFigure.cell(ClientReason.figures(row.reasons())));

  public static final TableSpec<ClientRecord> TABLE =
      new TableSpec<>(
          "clients.csv",
          "A hold that one client drove against a fresh server, and what sentinels saw of it."
              + " Empty is what a client cannot know.",
          FIRST.all());

  private ClientColumns() {}

  private static Column<ClientRecord> rtt(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure
            + " RTT of own messages as the client takes it: from its send to its handler; of"
            + " boardbench from the due time to the kernel's.",
        ClientRecord::rtt,
        ns);
  }

  private static Column<ClientRecord> service(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure + " time from send to the kernel's receive; of boardbench alone.",
        ClientRecord::service,
        ns);
  }

  private static Column<ClientRecord> sentinel(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure + " time from a message's send to the kernel's receive at a sentinel.",
        row -> row.sentinel().delivery(),
        ns);
  }

  private static Column<ClientRecord> cpu(
      String name, String doc, Function<ClientRecord.Use, OptionalDouble> value) {
    return FIRST.decimal(name, PCT_OF_CORE, 2, doc, row -> value.apply(row.use()));
  }

  private static Column<ClientRecord> share(
      String name,
      String doc,
      Function<ClientRecord, OptionalLong> part,
      Function<ClientRecord, OptionalLong> whole) {
    return FIRST.decimal(
        name,
        PCT,
        LOSS_PLACES,
        doc,
        row -> {
          OptionalLong some = part.apply(row);
          OptionalLong all = whole.apply(row);
          return some.isPresent() && all.isPresent() && all.getAsLong() > 0
              ? OptionalDouble.of(100.0 * some.getAsLong() / all.getAsLong())
              : OptionalDouble.empty();
        });
  }
}
