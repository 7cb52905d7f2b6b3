package org.boardbench.account.record;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.boardbench.results.row.StageRecord;

/**
 * How long messages took to reach a share of their expected receivers, over the messages that
 * reached it. A message that lost a receiver never reaches 100 %, so it is missing there and
 * present in the shares that it did reach. A share is reached by the delivery that is the ⌈share ×
 * expected⌉-th of its message, on whichever loop.
 *
 * <p>Loops handle deliveries in another order than they arrived in. The time of a share is the
 * latest arrival among those handled until it was reached: for 100 % exactly the last arrival. For
 * a smaller share it is never before the true moment, because that many have arrived by then, and
 * later at most by what loops disagree in handling: the receive delay of one of the deliveries.
 *
 * @param half of all of them; {@code p95}, {@code p99} and {@code all} likewise
 */
public record ReachTimes(
    Histogram first, Histogram half, Histogram p95, Histogram p99, Histogram all) {
  /** One loop's, to be recorded in. */
  public static ReachTimes empty() {
    return new ReachTimes(fresh(), fresh(), fresh(), fresh(), fresh());
  }

  private static Histogram fresh() {
    return TimeHistograms.usual();
  }

  /**
   * The message that was intended at {@code intendedNs} has now {@code delivered} receivers, the
   * latest since {@code receivedNs}.
   */
  public void delivered(int delivered, int expected, long intendedNs, long receivedNs) {
    if (delivered == 1) {
      TimeHistograms.record(first, intendedNs, receivedNs);
    }
    if (2 * delivered < expected) {
      return;
    }
    if (delivered == share(50, expected)) {
      TimeHistograms.record(half, intendedNs, receivedNs);
    }
    if (delivered == share(95, expected)) {
      TimeHistograms.record(p95, intendedNs, receivedNs);
    }
    if (delivered == share(99, expected)) {
      TimeHistograms.record(p99, intendedNs, receivedNs);
    }
    if (delivered == expected) {
      TimeHistograms.record(all, intendedNs, receivedNs);
    }
  }

  public static ReachTimes sum(List<ReachTimes> parts) {
    return new ReachTimes(
        TimeHistograms.sum(parts, ReachTimes::first),
        TimeHistograms.sum(parts, ReachTimes::half),
        TimeHistograms.sum(parts, ReachTimes::p95),
        TimeHistograms.sum(parts, ReachTimes::p99),
        TimeHistograms.sum(parts, ReachTimes::all));
  }

  /** What those of the first, of half, and of all receivers say. */
  public StageRecord.Reach figures() {
    return new StageRecord.Reach(
        TimeHistograms.figures(first), TimeHistograms.figures(half), TimeHistograms.figures(all));
  }

  /** ⌈percent × expected⌉ in whole numbers, since 0.95 × 20 is not 19 in binary fractions. */
  private static int share(int percent, int expected) {
    return (percent * expected + 99) / 100;
  }
}
