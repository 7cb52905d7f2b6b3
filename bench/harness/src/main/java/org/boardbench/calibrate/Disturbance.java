package org.boardbench.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boardbench.host.sampling.HoldUsage;
import org.boardbench.results.reason.ReasonCode;

/**
 * Whether other work kept the driver, or a server that asks for work all the time, from a core. It
 * excuses no number; it says what to mend before the next calibration.
 */
final class Disturbance {
  /** As a row of a run may have. */
  private static final double RUN_DELAY_PCT = ReasonCode.RUN_DELAY.bound().usual();

  /** What a server that spins takes of a core that it has for itself. */
  private static final double SPINNING_PCT = 95;

  private Disturbance() {}

  /** What there was in the hold of a server that spins, in words; empty when nothing was. */
  static Optional<String> of(HoldUsage usage) {
    List<String> words = new ArrayList<>();
    double runDelayPct = usage.driver().runDelayPct().orElse(0);
    if (runDelayPct > RUN_DELAY_PCT) {
      words.add(
          String.format(
              Locale.ROOT, "a driver thread waited %.0f %% of the hold for a core", runDelayPct));
    }
    double serverPct = usage.server().cpuMeanPct().orElse(100);
    if (serverPct < SPINNING_PCT) {
      words.add(
          String.format(Locale.ROOT, "the server had %.0f %% of the core it needs", serverPct));
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of("other work disturbed this: " + String.join(", ", words));
  }
}
