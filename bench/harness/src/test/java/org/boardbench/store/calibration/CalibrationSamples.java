package org.boardbench.store.calibration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.store.Samples;

/** What a calibration found, with each kind of cell: judged, shown, not measured. */
public final class CalibrationSamples {
  private CalibrationSamples() {}

  public static CalibrationOrigin origin(boolean isQuick) {
    return new CalibrationOrigin(Samples.origin(), isQuick, 1);
  }

  /** A case of each part, with a number that misses the truth. */
  public static List<CalibrationCase> cases() {
    return List.of(
        CalibrationCase.of(
            List.of(
                truth("drop", CalibrationValue.count("injected", "faults", 34).withVerdict(true)),
                truth("drop", CalibrationValue.exact("lost", "deliveries", 34, 35)),
                truth("drop", CalibrationValue.exact("duplicated", "deliveries", 0, 0)))),
        CalibrationCase.of(
            List.of(
                truth(
                    "delay-10ms",
                    CalibrationValue.judged(
                        "rtt_p50", "ms", 10.0012, OptionalDouble.of(10.0432), 1.01)),
                truth(
                    "delay-10ms",
                    CalibrationValue.shown("rtt_max", "ms", 10.25, OptionalDouble.of(1234.5678))),
                truth(
                    "delay-10ms",
                    CalibrationValue.shown("service_max", "ms", 10.25, OptionalDouble.empty())))),
        new CalibrationCase(
            List.of(
                capacity(
                    1,
                    CalibrationValue.of("deliveries_per_s", "1/s", 100_234.56).withVerdict(true)),
                capacity(
                    2, CalibrationValue.of("deliveries_per_s", "1/s", 150_000).withVerdict(false)),
                capacity(0, CalibrationValue.of("limit_deliveries_per_s", "1/s", 100_000))),
            Optional.of("driver"),
            Optional.empty()),
        CalibrationCase.of(
            List.of(
                noise(1, CalibrationValue.of("cpu_mean_pct", "%", 12.345)),
                noise(2, CalibrationValue.of("cpu_mean_pct", "%", OptionalDouble.empty())),
                noise(0, CalibrationValue.of("cpu_mean_pct_spread", "%", 3.4567)))));
  }

  private static CalibrationRow truth(String name, CalibrationValue finding) {
    return new CalibrationRow(
        CalibrationPart.TRUTH, name, 12, 3, OptionalDouble.of(50), OptionalInt.empty(), finding);
  }

  private static CalibrationRow capacity(int step, CalibrationValue finding) {
    return new CalibrationRow(
        CalibrationPart.CAPACITY,
        "300u-10b",
        300,
        10,
        step > 0 ? OptionalDouble.of(11.1111 * step) : OptionalDouble.empty(),
        step > 0 ? OptionalInt.of(step) : OptionalInt.empty(),
        finding);
  }

  private static CalibrationRow noise(int trial, CalibrationValue finding) {
    return new CalibrationRow(
        CalibrationPart.NOISE,
        "a-a",
        300,
        10,
        OptionalDouble.of(1),
        trial > 0 ? OptionalInt.of(trial) : OptionalInt.empty(),
        finding);
  }
}
