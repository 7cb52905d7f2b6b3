package org.boardbench.cli;

import java.util.EnumMap;
import java.util.Map;
import org.boardbench.plan.PlanOption;
import picocli.CommandLine.Option;

/** The options that say which driver runs, and where; all are text, as in {@link PlanOptions}. */
final class PlacementOptions {
  private final Map<PlanOption, String> values = new EnumMap<>(PlanOption.class);

  @Option(
      names = "--driver-cores",
      paramLabel = "N",
      description = "Cores for the load generator (default: half the machine's).")
  void driverCores(String text) {
    values.put(PlanOption.DRIVER_CORES, text);
  }

  @Option(
      names = "--driver-loop",
      paramLabel = "KIND",
      description = "How the load generator waits: auto (default), native or nio.")
  void driverLoop(String text) {
    values.put(PlanOption.DRIVER_LOOP, text);
  }

  @Option(
      names = "--cpus-driver",
      paramLabel = "LIST",
      description = "CPUs that the load generator is pinned to, e.g. 1 or 0,2-3 (Linux).")
  void cpusDriver(String text) {
    values.put(PlanOption.CPUS_DRIVER, text);
  }

  @Option(
      names = "--cpus-target",
      paramLabel = "LIST",
      description = "CPUs that each server and its companions are pinned to (Linux).")
  void cpusTarget(String text) {
    values.put(PlanOption.CPUS_TARGET, text);
  }

  Map<PlanOption, String> values() {
    return values;
  }
}
