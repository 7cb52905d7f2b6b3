package org.boardbench.cli;

import java.util.EnumMap;
import java.util.Map;
import org.boardbench.plan.PlanOption;
import picocli.CommandLine.Option;

/**
 * The options that say how servers are brought up and what they may use; all are text, as in {@link
 * PlanOptions}.
 */
final class LaunchOptions {
  private final Map<PlanOption, String> values = new EnumMap<>(PlanOption.class);

  @Option(
      names = "--launcher",
      paramLabel = "KIND",
      description = "How servers are brought up: process (default) or docker.")
  void launcher(String text) {
    values.put(PlanOption.LAUNCHER, text);
  }

  @Option(
      names = "--limit-cpus",
      paramLabel = "N",
      description = "Cores' worth of CPU time for each server and companion, e.g. 1.5 (Linux).")
  void limitCpus(String text) {
    values.put(PlanOption.LIMIT_CPUS, text);
  }

  @Option(
      names = "--limit-memory",
      paramLabel = "SIZE",
      description = "Memory for each server and companion, e.g. 512m (Linux).")
  void limitMemory(String text) {
    values.put(PlanOption.LIMIT_MEMORY, text);
  }

  @Option(
      names = "--cpus-companions",
      paramLabel = "LIST",
      description = "CPUs of a server's companions alone, e.g. of Redis (Linux).")
  void cpusCompanions(String text) {
    values.put(PlanOption.CPUS_COMPANIONS, text);
  }

  Map<PlanOption, String> values() {
    return values;
  }
}
