package org.boardbench.plan;

import java.util.Optional;
import java.util.Set;

/** Reads {@code validity}: the bounds of what may be believed. */
final class ValidityReader {
  private static final Set<String> KEYS =
      Set.of(
          "sent",
          "send-delay",
          "send-delay-share",
          "driver-cpu",
          "stall",
          "run-delay",
          "steal",
          "drift",
          "samples",
          "percentile",
          "connect-failures",
          "clock-step",
          "backpressure",
          "foreign-load");

  private final Layers layers;
  private final Optional<YamlMap> map;

  ValidityReader(Layers layers) {
    this.layers = layers;
    this.map = layers.section("validity").map(m -> m.allowing(KEYS));
  }

  ValiditySpec validity() {
    ValiditySpec fallback = Defaults.VALIDITY;
    return new ValiditySpec(
        value("sent", Bounds.PERCENT, fallback.sentPct()),
        value("send-delay", Bounds.DELAY, fallback.sendDelay()),
        value("send-delay-share", Bounds.PERCENT, fallback.sendDelaySharePct()),
        value("driver-cpu", Bounds.PERCENT, fallback.driverCpuPct()),
        value("stall", Bounds.DELAY, fallback.stall()),
        value("run-delay", Bounds.PERCENT, fallback.runDelayPct()),
        value("steal", Bounds.PERCENT, fallback.stealPct()),
        value("drift", Bounds.DRIFT, fallback.driftPct()),
        value("samples", Bounds.SAMPLES, fallback.samples()),
        value("percentile", Bounds.PERCENTILE, fallback.percentile()),
        value("connect-failures", Bounds.CONNECT_FAILURES, fallback.connectFailures()),
        value("clock-step", Bounds.DELAY, fallback.clockStep()),
        value("backpressure", Bounds.PERCENT, fallback.backpressurePct()),
        value("foreign-load", Bounds.PERCENT, fallback.foreignLoadPct()));
  }

  private <T> T value(String key, ValueReader<T> reader, T fallback) {
    return layers.value(map.flatMap(m -> m.scalar(key)), reader, fallback);
  }
}
