package org.boardbench.results.column;

import static org.boardbench.results.table.Units.BYTES_PER_S;
import static org.boardbench.results.table.Units.MIB;
import static org.boardbench.results.table.Units.MS;
import static org.boardbench.results.table.Units.PCT;
import static org.boardbench.results.table.Units.PCT_OF_CORE;
import static org.boardbench.results.table.Units.US;

import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;

/** Columns of {@code stages.csv}: what the hold cost, and whether the row is valid. */
public final class StageCosts {
  static final Columns<StageRecord> FIRST = Columns.first();

  public static final Column<StageRecord> CPU_MEAN_PCT =
      FIRST.decimal(
          "cpu_mean_pct",
          PCT_OF_CORE,
          2,
          "Mean CPU of the server, without companions.",
          row -> row.costs().server().cpuMeanPct());
  public static final Column<StageRecord> CPU_MAX_PCT =
      FIRST.decimal(
          "cpu_max_pct",
          PCT_OF_CORE,
          2,
          "Its greatest CPU in a second.",
          row -> row.costs().server().cpuMaxPct());
  public static final Column<StageRecord> COMPANION_CPU_MEAN_PCT =
      FIRST.decimal(
          "companion_cpu_mean_pct",
          PCT_OF_CORE,
          2,
          "Mean CPU of all companions together; empty for a target without any.",
          row -> row.costs().server().companionCpuMeanPct());
  public static final Column<StageRecord> MEMORY_MEAN_MIB =
      FIRST.decimal(
          "memory_mean_mib",
          MIB,
          1,
          "Mean memory of the server.",
          row -> row.costs().server().memoryMeanMib());
  public static final Column<StageRecord> MEMORY_MAX_MIB =
      FIRST.decimal(
          "memory_max_mib",
          MIB,
          1,
          "Its greatest memory.",
          row -> row.costs().server().memoryMaxMib());
  // Seen from the server, as the figures before them: what the users sent is what it received.
  public static final Column<StageRecord> RX_BYTES_PER_S =
      FIRST.decimal(
          "rx_bytes_per_s",
          BYTES_PER_S,
          0,
          "What the server received of the users.",
          row -> row.perSecond(row.traffic().txBytes()));
  public static final Column<StageRecord> TX_BYTES_PER_S =
      FIRST.decimal(
          "tx_bytes_per_s",
          BYTES_PER_S,
          0,
          "What the server sent to the users.",
          row -> row.perSecond(row.traffic().rxBytes()));
  public static final Column<StageRecord> CPU_US_PER_DELIVERY =
      FIRST.decimal(
          "cpu_us_per_delivery",
          US,
          3,
          "CPU time of server and companions ÷ deliveries that arrived in the hold.",
          row -> row.costs().server().cpuUsPerDelivery());
  public static final Column<StageRecord> DRIVER_CPU_PCT =
      FIRST.decimal(
          "driver_cpu_pct",
          PCT_OF_CORE,
          2,
          "Mean CPU of the driver.",
          row -> row.costs().driver().cpuPct());
  public static final Column<StageRecord> DRIVER_RUN_DELAY_PCT =
      FIRST.decimal(
          "driver_run_delay_pct",
          PCT,
          2,
          "How long the driver's thread that waited longest for a core did, of the hold.",
          row -> row.costs().driver().runDelayPct());
  public static final Column<StageRecord> DRIVER_STALL_MAX_MS =
      FIRST.decimal(
          "driver_stall_max_ms",
          MS,
          3,
          "The longest iteration of a loop, or stall of the whole driver.",
          row -> OptionalDouble.of((double) row.times().driverStallMaxNs() / 1e6));
  public static final Column<StageRecord> FRAMES_PER_READ =
      FIRST.decimal(
          "frames_per_read",
          "",
          2,
          "Frames that the driver got from one read; empty when it read nothing.",
          row -> row.arrivals().framesPerRead());
  public static final Column<StageRecord> MACHINE_IDLE_PCT =
      FIRST.decimal(
          "machine_idle_pct",
          PCT,
          2,
          "Idle time of all cores together.",
          row -> row.costs().machine().idlePct());
  public static final Column<StageRecord> STEAL_PCT =
      FIRST.decimal(
          "steal_pct",
          PCT,
          2,
          "Time of all cores together that the hypervisor gave to others.",
          row -> row.costs().machine().stealPct());
  public static final Column<StageRecord> VALID =
      FIRST.flag(
          "valid",
          "Whether the figures are the server's, and may be cited.",
          row -> Optional.of(row.reasons().isEmpty()));
  public static final Column<StageRecord> INVALID_REASONS =
      FIRST.text(
          "invalid_reasons",
          "Why not: codes, each with what was measured and its bound, with '; ' between them.",
          row -> InvalidReason.cell(row.reasons()));

  private StageCosts() {}
}
