package org.boardbench.results.column;

import static org.boardbench.results.table.Units.BYTES_PER_S;
import static org.boardbench.results.table.Units.MIB;
import static org.boardbench.results.table.Units.MS;
import static org.boardbench.results.table.Units.PCT_OF_CORE;

import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code resources.csv}. */
public final class ResourceColumns {
  private static final Columns<ResourceRecord> FIRST = Columns.first();

  public static final Column<ResourceRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<ResourceRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<ResourceRecord> TARGET =
      FIRST.text("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<ResourceRecord> SECOND =
      FIRST.number("second", "Counts as timeline.csv's.", row -> row.used().second());
  public static final Column<ResourceRecord> COMPONENT =
      FIRST.name(
          "component",
          "server, driver, browser, or a companion's name.",
          row -> row.used().component());
  public static final Column<ResourceRecord> CPU_PCT =
      FIRST.decimal(
          "cpu_pct", PCT_OF_CORE, 2, "CPU of all its processes.", row -> row.used().use().cpuPct());
  public static final Column<ResourceRecord> MEMORY_MIB =
      FIRST.decimal(
          "memory_mib", MIB, 1, "Memory of all its processes.", r -> r.used().use().memoryMib());
  public static final Column<ResourceRecord> RX_BYTES_PER_S =
      FIRST.decimal(
          "rx_bytes_per_s", BYTES_PER_S, 0, "Received.", row -> row.used().use().rxBytesPerS());
  public static final Column<ResourceRecord> TX_BYTES_PER_S =
      FIRST.decimal(
          "tx_bytes_per_s", BYTES_PER_S, 0, "Sent.", row -> row.used().use().txBytesPerS());
  public static final Column<ResourceRecord> SOURCE =
      FIRST.text("source", "Where the figures come from.", row -> row.used().source());

  private static final Columns<ResourceRecord> LIMITS = FIRST.edition(3);

  public static final Column<ResourceRecord> THROTTLED_MS =
      LIMITS.decimal(
          "throttled_ms",
          MS,
          1,
          "How long its CPU limit held it back in that second.",
          row -> row.used().limited().throttledMs());
  public static final Column<ResourceRecord> OOM_KILLS =
      LIMITS.optionalCount(
          "oom_kills",
          "Its processes that the kernel killed in that second for want of memory.",
          row -> row.used().limited().oomKills());

  private static final Columns<ResourceRecord> NINTH = FIRST.edition(9);

  public static final Column<ResourceRecord> DESCRIPTORS =
      NINTH.optionalCount(
          "descriptors",
          "Files and sockets that all its processes had open at the second's end.",
          row -> row.used().use().descriptors());

  public static final TableSpec<ResourceRecord> TABLE =
      new TableSpec<>("resources.csv", "A second of one component of a trial.", FIRST.all());

  private ResourceColumns() {}
}
