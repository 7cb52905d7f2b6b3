package org.boardbench.baseline;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code driver.csv}: a row a measurement, written when it ends. Empty = not measured. */
final class DriverCsv implements Closeable {
  private static final String[] COLUMNS = {
    "run_id",
    "load",
    "users",
    "boards",
    "rate_per_user",
    "payload_bytes",
    "round",
    "client",
    "hold_s",
    "deliveries_per_s",
    "lost",
    "cpu_pct",
    "kernel_cpu_pct",
    "frames_per_read",
    "rtt_p50_ms",
    "rtt_p99_ms",
    "peak_memory_mib",
    "other_programs_cpu_pct",
    "allocated_bytes_per_delivery",
    "arrival_clock",
    "receive_delay_p99_ms",
    "shared_stamp_pct",
    "valid",
    "invalid_reasons"
  };
  private static final double KIB_PER_MIB = 1024;

  private final String runId;
  private final Settings settings;
  private final CSVPrinter printer;

  private DriverCsv(String runId, Settings settings, Writer out) throws IOException {
    this.runId = runId;
    this.settings = settings;
    this.printer = CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(out);
  }

  static DriverCsv create(Path file, String runId, Settings settings) throws IOException {
    return new DriverCsv(runId, settings, Files.newBufferedWriter(file));
  }

  void append(Measurement measurement) throws IOException {
    Load load = measurement.load();
    Figures figures = measurement.figures();
    printer.printRecord(
        runId,
        load.id(),
        load.users(),
        load.boards(),
        Load.RATE_PER_USER,
        Load.PAYLOAD_BYTES,
        measurement.round(),
        measurement.client().id(),
        settings.hold().toSeconds(),
        decimal(1, figures.deliveriesPerS()),
        figures.lost(),
        decimal(2, figures.cpuPct()),
        decimal(2, figures.kernelCpuPct()),
        decimal(2, figures.framesPerRead()),
        decimal(3, figures.rttP50Ms()),
        decimal(3, figures.rttP99Ms()),
        decimal(1, figures.usage().peakMemoryKib() / KIB_PER_MIB),
        decimal(1, measurement.otherProgramsPct()),
        decimal(3, figures.allocatedBytes()),
        figures.arrivals().clock(),
        decimal(3, figures.arrivals().readAfterP99Ms()),
        decimal(2, figures.arrivals().sharedStampPct()),
        figures.valid().map(valid -> Boolean.toString(valid)).orElse(""),
        figures.invalidReasons());
    printer.flush();
  }

  private static String decimal(int places, double value) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  private static String decimal(int places, OptionalDouble value) {
    return value.isPresent() ? decimal(places, value.getAsDouble()) : "";
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
