package org.boardbench.host.sampling;

import java.util.List;
import java.util.Optional;

/**
 * All counters at one moment.
 *
 * @param timeNs run clock
 * @param machine empty on a machine without {@code /proc}
 */
public record ResourceSnapshot(
    long timeNs, List<ResourceUsage> usages, Optional<MachineUsage> machine) {
  public ResourceSnapshot {
    usages = List.copyOf(usages);
  }

  /** The counters of {@code component}; empty when it was not sampled. */
  public Optional<ResourceUsage> usage(String component) {
    return usages.stream().filter(usage -> usage.component().equals(component)).findFirst();
  }
}
