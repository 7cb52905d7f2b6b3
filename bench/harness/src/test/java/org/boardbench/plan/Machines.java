package org.boardbench.plan;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.boardbench.plan.reading.Machine;

/** Machines to plan for. */
public final class Machines {
  private Machines() {}

  /** What reads plans as on such a machine, whatever this one has. */
  public static PlanReader reader(int cores, String... knownTargets) {
    return new PlanReader(Set.of(knownTargets), ofCores(cores));
  }

  /** A Linux machine with 4 GiB and CPUs 0 to {@code cores - 1}, all of them for this process. */
  public static Machine ofCores(int cores) {
    return new Machine(
        cores,
        Optional.of(
            IntStream.range(0, cores).boxed().collect(Collectors.toCollection(TreeSet::new))),
        OptionalLong.of(4L << 30));
  }
}
