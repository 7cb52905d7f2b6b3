package org.boardbench.findings.ranking;

import java.util.OptionalInt;
import org.boardbench.findings.starts.Sample;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;

/**
 * Where a variant is among all.
 *
 * @param rank counts from 1; the same for those of which nobody can tell that they differ from the
 *     first of them; {@link #UNRANKED} of the floor
 * @param isShared whether another has the same rank
 * @param sample the RTT p95 of its starts, in ms
 * @param startsNeeded how many starts of each would tell it from the first of its rank, if they go
 *     on as they are; empty where it is the first, and where nobody can say
 */
public record Place(
    String variant, int rank, boolean isShared, Sample sample, OptionalInt startsNeeded) {
  static final int UNRANKED = 0;

  /** As it is shown: a shared one is {@code =1}, that of the floor {@code floor}. */
  public String rankWords() {
    return isFloor() ? "floor" : (isShared ? "=" : "") + rank;
  }

  public boolean isFloor() {
    return rank == UNRANKED;
  }

  public Estimate estimate() {
    return sample.estimate(FigureKind.TIME);
  }
}
