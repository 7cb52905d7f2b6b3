package org.boardbench.trial.fault;

import java.util.Optional;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.FaultSpec.Kind;
import org.boardbench.sut.link.PacketFilter;

/**
 * What this machine lets the harness do, as far as faults need it.
 *
 * @param noPackets why no packets can be dropped, with how to get there; empty where they can
 * @param hasGroups whether programs get control groups whose limits can be changed
 */
public record FaultMeans(Optional<String> noPackets, boolean hasGroups) {
  /** Where this harness starts nothing. */
  public static final FaultMeans NONE = new FaultMeans(Optional.empty(), false);

  /** Those of this machine; what none of the plan's faults needs is not tried. */
  public static FaultMeans here(ExperimentPlan plan) {
    Optional<String> noPackets =
        has(plan, Kind.PARTITION) ? PacketFilter.obstacle() : Optional.empty();
    return new FaultMeans(noPackets, has(plan, Kind.FILL) && OwnGroups.find().isPresent());
  }

  private static boolean has(ExperimentPlan plan, Kind kind) {
    return plan.stages().stream()
        .flatMap(stage -> stage.faults().stream())
        .anyMatch(fault -> fault.kind() == kind);
  }
}
