package org.boardbench.baseline;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Measurements to compare. */
public final class Samples {
  private Samples() {}

  static Measurement c(Load load, int round, double cpuPct) {
    return client(load, Client.C, round, cpuPct);
  }

  static Measurement client(Load load, Client client, int round, double cpuPct) {
    return new Measurement(load, client, round, figures(cpuPct, 0, 1_700, Optional.empty()), 2.5);
  }

  static Measurement driver(Load load, int round, double cpuPct) {
    return driver(load, round, cpuPct, 0, 120_000);
  }

  static Measurement driver(Load load, int round, double cpuPct, long lost, long memoryKib) {
    return new Measurement(
        load, Client.DRIVER, round, figures(cpuPct, lost, memoryKib, Optional.of(lost == 0)), 25);
  }

  private static Figures figures(
      double cpuPct, long lost, long memoryKib, Optional<Boolean> valid) {
    return new Figures(
        90_000,
        lost,
        cpuPct,
        OptionalDouble.of(cpuPct / 4),
        OptionalDouble.of(1.5),
        OptionalDouble.of(1.25),
        OptionalDouble.empty(),
        new PinnedProcess.Usage(Duration.ofSeconds(1), memoryKib),
        valid,
        valid.orElse(true) ? "" : "stall 81 ms > 50 ms",
        new Arrivals("kernel", OptionalDouble.of(0.25), OptionalDouble.of(12.5)),
        valid.isPresent() ? OptionalDouble.of(0.5) : OptionalDouble.empty());
  }
}
