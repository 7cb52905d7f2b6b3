package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.core.ThisProgram;
import org.boardbench.input.Durations;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.results.FileNames;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredResults;
import org.boardbench.sut.process.ProcessSet;

/** The driver as its users run it: {@code bench/boardbench run --url …}, figures from its files. */
final class DriverProgram {
  /** Beyond ramp and hold: the start of a JVM, its warm-up, and waiting for what is lost. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private static final Pattern ALLOCATED = Pattern.compile("allocated ([0-9.]+) bytes a delivery");
  private static final Pattern IN_KERNEL =
      Pattern.compile("spent ([0-9.]+) % of its CPU time in the kernel");

  private final Path root;
  private final ProcessSet processes;

  /**
   * @param root the project's folder
   */
  DriverProgram(Path root, ProcessSet processes) {
    this.root = root;
    this.processes = processes;
  }

  /**
   * Puts {@code load} on the server at {@code port}.
   *
   * @param run becomes the folder of the driver's run
   */
  Figures measure(Load load, Settings settings, LoopChoice loop, int port, Path run, Path output)
      throws MeasurementException, IOException, InterruptedException {
    List<String> command =
        List.of(
            root.resolve(ThisProgram.COMMAND).toString(),
            "run",
            "--quiet",
            "--url=ws://127.0.0.1:" + port + "/ws",
            "--users=" + load.users(),
            "--boards=" + load.boards(),
            "--rate=" + Load.RATE_PER_USER,
            "--payload=" + Load.PAYLOAD_BYTES,
            "--ramp=" + Durations.format(settings.warmUp()),
            "--hold=" + Durations.format(settings.hold()),
            "--driver-cores=1",
            "--driver-loop=" + loop.key(),
            "--out=" + run);
    try (PinnedProcess driver =
        PinnedProcess.start(processes, "the driver", settings.clientCpu(), command, output)) {
      driver.awaitSuccess(settings.warmUp().plus(settings.hold()).plus(GRACE));
      StoredRow<StageRecord> stage = StoredResults.read(run).stages().getFirst();
      Path log =
          run.resolve(FileNames.TRIALS)
              .resolve(stage.text(StageCounts.TRIAL_ID))
              .resolve(FileNames.DRIVER_LOG);
      return figures(stage, Files.readString(log), driver.usage());
    }
  }

  static Figures figures(StoredRow<StageRecord> stage, String log, PinnedProcess.Usage usage)
      throws MeasurementException {
    double cpuPct =
        stage
            .measured(StageCosts.DRIVER_CPU_PCT)
            .orElseThrow(() -> new MeasurementException("the driver's CPU was not measured"));
    return new Figures(
        stage.measured(StageCounts.TPS_RECEIVED).orElse(0),
        Long.parseLong(stage.text(StageCounts.LOST)),
        cpuPct,
        figure(IN_KERNEL, log).stream().map(pct -> pct * cpuPct / 100).findFirst(),
        stage.measured(StageCosts.FRAMES_PER_READ),
        stage.measured(StageTimes.RTT_P50_MS),
        stage.measured(StageTimes.RTT_P99_MS),
        usage,
        stage.flag(StageCosts.VALID),
        stage.text(StageCosts.INVALID_REASONS),
        new Arrivals(
            stage.text(StageTimes.ARRIVAL_CLOCK),
            stage.measured(StageTimes.RECEIVE_DELAY_P99_MS),
            stage.measured(StageExtras.SHARED_STAMP_PCT)),
        figure(ALLOCATED, log));
  }

  /** The first one that the log has. */
  private static OptionalDouble figure(Pattern line, String log) {
    Matcher matcher = line.matcher(log);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }
}
