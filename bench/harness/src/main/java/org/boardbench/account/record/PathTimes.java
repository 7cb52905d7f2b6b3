package org.boardbench.account.record;

import org.HdrHistogram.Histogram;

/**
 * Delivery times where several replicas share the boards.
 *
 * @param same of deliveries whose sender and receiver are at one replica
 * @param crossing of those that went from one to another
 */
public record PathTimes(Histogram same, Histogram crossing) {
  /** Of nothing yet. */
  public static PathTimes empty() {
    return new PathTimes(TimeHistograms.upTo(0), TimeHistograms.upTo(0));
  }

  public void record(boolean isSame, long intendedNs, long receivedNs) {
    TimeHistograms.record(isSame ? same : crossing, intendedNs, receivedNs);
  }

  public void add(PathTimes other) {
    TimeHistograms.add(same, other.same);
    TimeHistograms.add(crossing, other.crossing);
  }

  /** Both together, in new histograms. */
  public PathTimes merge(PathTimes other) {
    PathTimes sum = empty();
    sum.add(this);
    sum.add(other);
    return sum;
  }
}
