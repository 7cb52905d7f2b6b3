package org.boardbench.fleet.coordinator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.SutSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.reading.PlanKey;

/** Why targets of a plan cannot be started by an agent. */
final class HostObjections {
  private HostObjections() {}

  /**
   * All there are; none of a plan whose targets are started here.
   *
   * @param drivers the agents that make the load
   */
  static List<Problem> of(ExperimentPlan plan, List<AgentAddress> drivers) {
    Optional<SutSpec> sut = plan.launch().sut();
    if (sut.isEmpty()) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    ofAddress(sut.get().host(), drivers).ifPresent(problems::add);
    for (Variant variant : plan.variants()) {
      if (variant.launcher() != LauncherChoice.PROCESS) {
        problems.add(
            new Problem(
                Variant.LAUNCHER.path(),
                "must be process where sut.host starts targets, was %s of %s"
                    .formatted(variant.launcher().key(), variant.name())));
      }
    }
    plan.cpus().target().ifPresent(list -> problems.add(ofThisMachine(CpuSpec.TARGET, list)));
    plan.cpus()
        .companions()
        .ifPresent(list -> problems.add(ofThisMachine(CpuSpec.COMPANIONS, list)));
    if (plan.profiledTrials() > 0) {
      problems.add(ofThisMachine(ExperimentPlan.PROFILE, plan.profiledTrials()));
    }
    return problems;
  }

  private static Optional<Problem> ofAddress(String host, List<AgentAddress> drivers) {
    Optional<AgentAddress> address = AgentAddress.of(host);
    String demand = null;
    if (address.isEmpty()) {
      demand = "must be HOST:PORT" + AgentAddress.PORTS;
    } else if (address.get().isEveryAddress()) {
      demand = "must be one address of a machine";
    } else if (address.get().isLoopback()
        && drivers.stream().anyMatch(driver -> !driver.isLoopback())) {
      demand = "must be an address that all agents reach, since the target listens there";
    }
    return Optional.ofNullable(demand)
        .map(words -> new Problem(SutSpec.HOST.path(), words + ", was " + host));
  }

  private static Problem ofThisMachine(PlanKey<?> key, Object was) {
    return new Problem(
        key.path(), "cannot go with sut.host, since it is of programs of this machine, was " + was);
  }
}
