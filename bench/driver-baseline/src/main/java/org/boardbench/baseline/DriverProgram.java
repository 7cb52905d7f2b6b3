package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.plan.Durations;
import org.boardbench.store.StoredResults;

/** The driver as its users run it: {@code bench/boardbench run --url …}, figures from its files. */
final class DriverProgram {
  /** Beyond ramp and hold: the start of a JVM, its warm-up, and waiting for what is lost. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private static final Pattern ALLOCATED = Pattern.compile("allocated ([0-9.]+) bytes a delivery");

  private final Path root;

  /**
   * @param root the project's folder
   */
  DriverProgram(Path root) {
    this.root = root;
  }

  /**
   * Puts {@code load} on the server at {@code port}.
   *
   * @param run becomes the folder of the driver's run
   */
  Figures measure(Load load, Settings settings, int port, Path run, Path output)
      throws MeasurementException, IOException, InterruptedException {
    List<String> command =
        List.of(
            root.resolve("bench/boardbench").toString(),
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
            "--out=" + run);
    try (PinnedProcess driver =
        PinnedProcess.start("the driver", settings.clientCpu(), command, output)) {
      driver.awaitSuccess(settings.warmUp().plus(settings.hold()).plus(GRACE));
      Map<String, String> stage = StoredResults.read(run).stages().getFirst();
      Path log = run.resolve("trials").resolve(stage.get("trial_id")).resolve("driver.log");
      return figures(stage, Files.readString(log), driver.usage());
    }
  }

  static Figures figures(Map<String, String> stage, String log, PinnedProcess.Usage usage)
      throws MeasurementException {
    return new Figures(
        number(stage, "tps_received").orElse(0),
        Long.parseLong(stage.get("lost")),
        number(stage, "driver_cpu_pct")
            .orElseThrow(() -> new MeasurementException("the driver's CPU was not measured")),
        number(stage, "frames_per_read"),
        number(stage, "rtt_p50_ms"),
        number(stage, "rtt_p99_ms"),
        usage,
        Optional.of(stage.get("valid")).filter(text -> !text.isEmpty()).map(Boolean::valueOf),
        stage.get("invalid_reasons"),
        stage.get("arrival_clock"),
        allocated(log));
  }

  private static OptionalDouble number(Map<String, String> stage, String column) {
    String text = stage.get(column);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  private static OptionalDouble allocated(String log) {
    Matcher matcher = ALLOCATED.matcher(log);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }
}
