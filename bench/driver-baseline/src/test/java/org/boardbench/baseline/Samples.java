package org.boardbench.baseline;

import java.util.Optional;
import java.util.OptionalDouble;

/** Measurements to compare. */
final class Samples {
  private Samples() {}

  static Measurement c(Load load, int round, double cpuPct) {
    return new Measurement(load, Client.C, round, figures(cpuPct, 0, 1_700, Optional.empty()));
  }

  static Measurement driver(Load load, int round, double cpuPct) {
    return driver(load, round, cpuPct, 0, 120_000);
  }

  static Measurement driver(Load load, int round, double cpuPct, long lost, long memoryKib) {
    return new Measurement(
        load, Client.DRIVER, round, figures(cpuPct, lost, memoryKib, Optional.of(lost == 0)));
  }

  private static Figures figures(
      double cpuPct, long lost, long memoryKib, Optional<Boolean> valid) {
    return new Figures(
        90_000,
        lost,
        cpuPct,
        OptionalDouble.of(1.5),
        OptionalDouble.of(1.25),
        OptionalDouble.empty(),
        memoryKib,
        valid,
        valid.orElse(true) ? "" : "stall 81 ms > 50 ms",
        "kernel",
        valid.isPresent() ? OptionalDouble.of(0.5) : OptionalDouble.empty());
  }
}
