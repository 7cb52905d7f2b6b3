package org.boardbench.plan;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Reads {@code launcher} and {@code limits}, with the options that replace them. */
final class LaunchReader {
  private static final Set<String> LIMIT_KEYS = Set.of("cpus", "memory");

  private final Layers layers;
  private final Machine machine;

  LaunchReader(Layers layers, Machine machine) {
    this.layers = layers;
    this.machine = machine;
  }

  LaunchSpec launch() {
    LauncherChoice launcher =
        layers.value(
            layers.file().flatMap(root -> root.scalar("launcher")),
            PlanOption.LAUNCHER,
            ValueReader.launcher(),
            Defaults.LAUNCHER);
    return new LaunchSpec(launcher, limits());
  }

  private LimitsSpec limits() {
    Optional<YamlMap> map = layers.section("limits").map(m -> m.allowing(LIMIT_KEYS));
    Optional<Setting<Double>> cpus =
        layers.read(
            map.flatMap(m -> m.scalar("cpus")),
            PlanOption.LIMIT_CPUS,
            ValueReader.number(Bounds.LEAST_CPUS, machine.cores()));
    Optional<Setting<Long>> memory =
        layers.read(
            map.flatMap(m -> m.scalar("memory")),
            PlanOption.LIMIT_MEMORY,
            ValueReader.size(
                Bounds.LEAST_MEMORY_BYTES, machine.memoryBytes().orElse(Bounds.MOST_MEMORY_BYTES)));
    return new LimitsSpec(
        cpus.map(limit -> OptionalDouble.of(limit.value())).orElse(OptionalDouble.empty()),
        memory.map(limit -> OptionalLong.of(limit.value())).orElse(OptionalLong.empty()));
  }
}
