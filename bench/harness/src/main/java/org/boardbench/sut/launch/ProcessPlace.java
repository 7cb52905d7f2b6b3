package org.boardbench.sut.launch;

import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.plan.model.LimitsSpec;

/**
 * Where the processes of a target run.
 *
 * @param servers the environment of the target's own program, {@code companions} that of others
 * @param groups in which each program gets one of its own; empty where none can be made
 * @param limits of each program; none without groups
 * @param front the address of this machine at which users find the program that they connect to;
 *     what is behind it listens at 127.0.0.1 alone
 */
public record ProcessPlace(
    HostEnvironment servers,
    HostEnvironment companions,
    Optional<OwnGroups> groups,
    LimitsSpec limits,
    String front) {
  /** For users of this machine. */
  public ProcessPlace(
      HostEnvironment servers,
      HostEnvironment companions,
      Optional<OwnGroups> groups,
      LimitsSpec limits) {
    this(servers, companions, groups, limits, LoopbackPorts.HOST);
  }

  /** Among all other processes, without limits. */
  public static ProcessPlace anywhere(HostEnvironment host) {
    return new ProcessPlace(host, host, Optional.empty(), LimitsSpec.NONE);
  }
}
