package org.boardbench.fleet.coordinator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.record.TimeCounts;

/** What several agents' snapshots of a stage say together. */
final class Snapshots {
  private static final PhaseSnapshot NO_PHASE = PhaseSnapshot.of(List.of());
  private static final StageSnapshot NONE = new StageSnapshot(NO_PHASE, NO_PHASE, 0, 0, 0, 0);

  private Snapshots() {}

  static StageSnapshot sum(List<Optional<StageSnapshot>> parts) {
    return parts.stream().flatMap(Optional::stream).reduce(NONE, Snapshots::plus);
  }

  private static StageSnapshot plus(StageSnapshot one, StageSnapshot other) {
    return new StageSnapshot(
        plus(one.ramp(), other.ramp()),
        plus(one.hold(), other.hold()),
        one.disconnects() + other.disconnects(),
        one.reconnects() + other.reconnects(),
        one.connectFailures() + other.connectFailures(),
        Math.max(one.stallMaxNs(), other.stallMaxNs()));
  }

  private static PhaseSnapshot plus(PhaseSnapshot one, PhaseSnapshot other) {
    return new PhaseSnapshot(
        one.sent() + other.sent(),
        one.expected() + other.expected(),
        one.delivered() + other.delivered(),
        one.duplicated() + other.duplicated(),
        one.reordered() + other.reordered(),
        one.corrupt() + other.corrupt(),
        one.misrouted() + other.misrouted(),
        one.unserved() + other.unserved(),
        one.owed() + other.owed(),
        plus(one.rtt(), other.rtt()),
        plus(one.delivery(), other.delivery()),
        plus(one.sendDelay(), other.sendDelay()),
        plus(one.reach(), other.reach()));
  }

  private static TimeCounts plus(TimeCounts one, TimeCounts other) {
    List<Long> counts = new ArrayList<>();
    for (int bucket = 0; bucket < Math.max(one.counts().size(), other.counts().size()); bucket++) {
      counts.add(count(one, bucket) + count(other, bucket));
    }
    return new TimeCounts(counts, one.sumNs() + other.sumNs());
  }

  private static long count(TimeCounts of, int bucket) {
    return bucket < of.counts().size() ? of.counts().get(bucket) : 0;
  }
}
