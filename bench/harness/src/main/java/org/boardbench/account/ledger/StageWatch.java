package org.boardbench.account.ledger;

import java.util.List;
import org.boardbench.account.record.Phase.Kind;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.PhaseTally;
import org.boardbench.account.record.SharedCounters;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.record.Tally;
import org.boardbench.account.record.Tally.Figure;

/**
 * Lets any thread look at a stage while the loops write. Once the stage is closed it shows the
 * stage's last state, and holds nothing of it but counters.
 */
public final class StageWatch {
  private final long startNs;
  private final List<PhaseTally> ramp;
  private final List<PhaseTally> hold;
  private final List<Tally> users;
  private final List<SharedCounters> stalls;

  StageWatch(OpenStage stage, List<StageShare> shares) {
    this.startNs = stage.startNs();
    this.ramp = shares.stream().map(share -> share.phase(Kind.RAMP)).toList();
    this.hold = shares.stream().map(share -> share.phase(stage.mainKind())).toList();
    this.users = shares.stream().map(StageShare::tally).toList();
    this.stalls = shares.stream().map(StageShare::stall).toList();
  }

  /** When its ramp began (run clock). */
  public long startNs() {
    return startNs;
  }

  /**
   * How far it has come.
   *
   * @param hiccupMaxNs the longest stall of the whole driver in the hold so far
   */
  public StageSnapshot snapshot(long hiccupMaxNs) {
    long longestIterationNs = stalls.stream().mapToLong(stall -> stall.of(0)).max().orElse(0);
    return new StageSnapshot(
        PhaseSnapshot.of(ramp),
        PhaseSnapshot.of(hold),
        sum(Figure.DISCONNECTS),
        sum(Figure.RECONNECTS),
        sum(Figure.CONNECT_FAILURES),
        Math.max(hiccupMaxNs, longestIterationNs));
  }

  private long sum(Figure figure) {
    return users.stream().mapToLong(tally -> tally.of(figure)).sum();
  }
}
