package org.boardbench.trial.fault;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.results.row.ReplicaSecond;

/**
 * When users were spread evenly again over replicas of which one had been away. Connections do not
 * move by themselves: what has come back gets newcomers alone, so that this may be never.
 */
record Balance(List<ReplicaSecond> seconds, long measuredFromNs) {
  private static final long SECOND_NS = 1_000_000_000;

  /** What goes on after another fault has kept its users. */
  private static final Set<String> STARTS_AGAIN =
      Stream.of(FaultSpec.Kind.KILL, FaultSpec.Kind.RESTART, FaultSpec.Kind.ROLLING_RESTART)
          .map(FaultSpec.Kind::key)
          .collect(Collectors.toUnmodifiableSet());

  Balance {
    seconds = List.copyOf(seconds);
  }

  /**
   * Since what had been started again was ready.
   *
   * @param holdStartNs run clock
   * @param untilNs seconds that end later belong to another fault
   * @return empty where they were not, or nothing was started again
   */
  OptionalLong after(FaultEvent fault, long holdStartNs, long untilNs) {
    if (fault.endedNs().isEmpty() || !STARTS_AGAIN.contains(fault.kind())) {
      return OptionalLong.empty();
    }
    long readyNs = holdStartNs + fault.endedNs().getAsLong();
    return seconds.stream()
        .filter(ReplicaSecond::isBalanced)
        .mapToLong(second -> measuredFromNs + (second.second() + 1) * SECOND_NS)
        .filter(endNs -> endNs >= readyNs && endNs <= untilNs)
        .map(endNs -> endNs - readyNs)
        .findFirst();
  }
}
