package org.boardbench.plan;

import java.util.NavigableSet;
import java.util.Optional;
import org.boardbench.core.CpuList;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Setting;

/** Reads {@code driver} and {@code cpus}: how driver and target share the machine. */
final class PlacementReader {
  private final PlanValues values;
  private final Optional<Setting<String>> driverCpus;
  private final CpuSpec cpus;

  PlacementReader(PlanValues values) {
    this.values = values;
    this.driverCpus = values.read(CpuSpec.DRIVER);
    this.cpus = new CpuSpec(CpuSpec.KEYS.read(values));
  }

  CpuSpec cpus() {
    return cpus;
  }

  DriverSpec driver() {
    Optional<Setting<Integer>> cores = values.read(DriverSpec.CORES);
    if (cores.isPresent() && driverCpus.isPresent()) {
      requireCpuPerLoop(cores.get(), driverCpus.get());
    }
    DriverSpec read = new DriverSpec(DriverSpec.KEYS.read(values));
    return cores.isPresent() ? read : read.with(DriverSpec.CORES, defaultCores());
  }

  /** Who gives the driver CPUs of its own means all of them; else the server gets half. */
  private int defaultCores() {
    return driverCpus
        .map(list -> count(list.value()))
        .orElseGet(() -> Math.max(1, values.machine().cores() / 2));
  }

  /** Two loops on one CPU would wait for each other, and the driver would count as half idle. */
  private void requireCpuPerLoop(Setting<Integer> cores, Setting<String> list) {
    if (cores.value() > count(list.value())) {
      values
          .problems()
          .add(
              cores.key(),
              "must be at most the number of the driver's CPUs, %d (%s: %s), was %d"
                  .formatted(count(list.value()), list.key(), list.value(), cores.value()));
    }
  }

  private static int count(String list) {
    return CpuList.parse(list).map(NavigableSet::size).orElseThrow();
  }
}
