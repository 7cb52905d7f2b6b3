package org.boardbench.sut.launch;

import java.util.Optional;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.plan.model.LimitsSpec;

/**
 * Where the processes of a target run.
 *
 * @param servers the environment of the target's own program, {@code companions} that of others
 * @param groups in which each program gets one of its own; empty where none can be made
 * @param limits of each program; none without groups
 */
public record ProcessPlace(
    HostEnvironment servers,
    HostEnvironment companions,
    Optional<OwnGroups> groups,
    LimitsSpec limits) {
  /** Among all other processes, without limits. */
  public static ProcessPlace anywhere(HostEnvironment host) {
    return new ProcessPlace(host, host, Optional.empty(), LimitsSpec.NONE);
  }
}
