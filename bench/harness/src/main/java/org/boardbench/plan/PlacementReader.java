package org.boardbench.plan;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/** Reads {@code driver} and {@code cpus}: how driver and target share the machine. */
final class PlacementReader {
  private static final Set<String> DRIVER_KEYS = Set.of("cores", "loop");
  private static final Set<String> CPU_KEYS = Set.of("driver", "target", "companions");

  private final Layers layers;
  private final Machine machine;
  private final Optional<Setting<String>> driverCpus;
  private final Optional<Setting<String>> targetCpus;
  private final Optional<Setting<String>> companionCpus;

  PlacementReader(Layers layers, Machine machine) {
    this.layers = layers;
    this.machine = machine;
    Optional<YamlMap> map = layers.section("cpus").map(m -> m.allowing(CPU_KEYS));
    ValueReader<String> reader = ValueReader.cpus(machine);
    this.driverCpus =
        layers.read(map.flatMap(m -> m.scalar("driver")), PlanOption.CPUS_DRIVER, reader);
    this.targetCpus =
        layers.read(map.flatMap(m -> m.scalar("target")), PlanOption.CPUS_TARGET, reader);
    this.companionCpus =
        layers.read(map.flatMap(m -> m.scalar("companions")), PlanOption.CPUS_COMPANIONS, reader);
  }

  CpuSpec cpus() {
    return new CpuSpec(
        driverCpus.map(Setting::value),
        targetCpus.map(Setting::value),
        companionCpus.map(Setting::value));
  }

  DriverSpec driver() {
    Optional<YamlMap> map = layers.section("driver").map(m -> m.allowing(DRIVER_KEYS));
    Optional<Setting<Integer>> cores =
        layers.read(
            map.flatMap(m -> m.scalar("cores")),
            PlanOption.DRIVER_CORES,
            ValueReader.wholeNumber(1, machine.cores()));
    if (cores.isPresent() && driverCpus.isPresent()) {
      requireCpuPerLoop(cores.get(), driverCpus.get());
    }
    LoopChoice loop =
        layers.value(
            map.flatMap(m -> m.scalar("loop")),
            PlanOption.DRIVER_LOOP,
            ValueReader.loop(),
            Defaults.LOOP);
    return new DriverSpec(cores.map(Setting::value).orElseGet(this::defaultCores), loop);
  }

  /** Who gives the driver CPUs of its own means all of them. */
  private int defaultCores() {
    return driverCpus
        .map(cpus -> count(cpus.value()))
        .orElseGet(() -> Defaults.driverCores(machine.cores()));
  }

  /** Two loops on one CPU would wait for each other, and the driver would count as half idle. */
  private void requireCpuPerLoop(Setting<Integer> cores, Setting<String> cpus) {
    if (cores.value() > count(cpus.value())) {
      layers
          .problems()
          .add(
              cores.key(),
              "must be at most the number of the driver's CPUs, %d (%s: %s), was %d"
                  .formatted(count(cpus.value()), cpus.key(), cpus.value(), cores.value()));
    }
  }

  private static int count(String cpus) {
    return CpuList.parse(cpus).map(NavigableSet::size).orElseThrow();
  }
}
