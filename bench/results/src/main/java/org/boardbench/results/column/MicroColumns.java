package org.boardbench.results.column;

import static org.boardbench.results.table.Units.BYTES;
import static org.boardbench.results.table.Units.NS;
import static org.boardbench.results.table.Units.PCT;

import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.results.row.MicroRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code micro.csv}. */
public final class MicroColumns {
  private static final Columns<MicroRecord> FIRST = Columns.first();

  public static final Column<MicroRecord> RUN_ID =
      FIRST.text("run_id", "The run of the microbenchmarks.", MicroRecord::runId);
  public static final Column<MicroRecord> BENCHMARK =
      FIRST.name("benchmark", "Class and method.", record -> record.row().of().benchmark());
  public static final Column<MicroRecord> GROUP =
      FIRST.name(
          "group", "The benchmarks that are shown together.", record -> record.row().of().group());
  public static final Column<MicroRecord> COMPARED =
      FIRST.name(
          "library_or_strategy", "What is compared.", record -> record.row().of().compared());
  public static final Column<MicroRecord> PAYLOAD_BYTES =
      FIRST.optionalNumber(
          "payload_bytes",
          "Size of the message's JSON; empty without a payload.",
          record -> record.row().of().payloadBytes());
  public static final Column<MicroRecord> MEMBERS =
      FIRST.optionalNumber(
          "members",
          "Who get the message, all of them in one operation; empty when there are none.",
          record -> record.row().of().members());
  public static final Column<MicroRecord> THREADS =
      FIRST.number(
          "threads",
          "How many ran the benchmark at the same time.",
          record -> record.row().of().threads());
  public static final Column<MicroRecord> MODE =
      FIRST.name("mode", "As JMH shortens it: avgt.", record -> record.row().score().mode());
  public static final Column<MicroRecord> SCORE =
      FIRST.decimal(
          "score",
          "see unit",
          3,
          "Mean over all samples.",
          record -> OptionalDouble.of(record.row().score().value()));
  public static final Column<MicroRecord> SCORE_ERROR =
      FIRST.decimal(
          "score_error_99_9",
          "see unit",
          3,
          "Half the width of the 99.9 % confidence interval; empty with a single sample.",
          record -> record.row().score().error());
  public static final Column<MicroRecord> UNIT =
      FIRST.name("unit", "Of the score and its error.", record -> record.row().score().unit());
  public static final Column<MicroRecord> SAMPLES =
      FIRST.count(
          "samples",
          "Iterations that were measured, of all forks together.",
          record -> record.row().score().samples());
  public static final Column<MicroRecord> FORKS =
      FIRST.count(
          "forks", "JVMs that measured it, one by one.", record -> record.row().score().forks());
  public static final Column<MicroRecord> ALLOC_BYTES_PER_OP =
      FIRST.decimal(
          "alloc_bytes_per_op",
          BYTES,
          3,
          "What the JVM allocated in an operation.",
          record -> record.row().costs().allocBytesPerOp());
  public static final Column<MicroRecord> ENCODED_BYTES =
      FIRST.optionalNumber(
          "encoded_bytes",
          "Size of the message once it is encoded.",
          record -> record.row().costs().encodedBytes());
  public static final Column<MicroRecord> QUICK =
      FIRST.flag(
          "quick",
          "Whether it was measured so shortly that it only shows that all works.",
          record -> Optional.of(record.isQuick()));

  public static final Column<MicroRecord> CPU_NS_PER_OP =
      FIRST.decimal(
          "cpu_ns_per_op",
          NS,
          3,
          "CPU time of the program's own threads in an operation.",
          record -> record.row().costs().cpuNsPerOp());

  private static final Columns<MicroRecord> TENTH = FIRST.edition(10);

  public static final Column<MicroRecord> FORK_ERROR =
      TENTH.decimal(
          "fork_error_95",
          "see unit",
          3,
          "Half the width of the 95 % interval of the mean over forks, each of them one value; empty"
              + " with a single fork.",
          record -> record.row().forks().error());
  public static final Column<MicroRecord> TREND_PCT =
      TENTH.decimal(
          "trend_pct",
          PCT,
          2,
          "By how much the score rose over the last three iterations, the mean over forks.",
          record -> record.row().forks().trendPct());
  public static final Column<MicroRecord> STEADY =
      TENTH.flag(
          "steady",
          "Whether that may be chance, or is less than 2 %; where it is not, the warm-up was too short.",
          record -> record.row().forks().isSteady());

  public static final TableSpec<MicroRecord> TABLE =
      new TableSpec<>(
          "micro.csv",
          "A microbenchmark with one set of parameters, over all its forks.",
          FIRST.all());

  private MicroColumns() {}
}
