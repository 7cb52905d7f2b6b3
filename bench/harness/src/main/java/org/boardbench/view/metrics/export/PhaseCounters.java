package org.boardbench.view.metrics.export;

import org.boardbench.account.record.Phase.Kind;
import org.boardbench.view.metrics.Metric;
import org.boardbench.view.metrics.MetricsPage;
import org.boardbench.view.metrics.SeriesLabels;

/**
 * One counter of a stage, second by second, for its ramp and its hold. The seconds are not stored
 * by phase; the ramp's messages come before the hold's, and how many they are is known.
 */
final class PhaseCounters {
  private final Metric metric;
  private final long ramp;
  private final long[] counts;

  /**
   * @param perSecond counts or rates, as {@code timeline.csv} has them
   * @param ramp the ramp's total, {@code hold} the hold's
   */
  PhaseCounters(Metric metric, double[] perSecond, long ramp, long hold) {
    this.metric = metric;
    this.ramp = ramp;
    this.counts = CumulativeCounts.of(perSecond, ramp + hold);
  }

  /** How many there were by the end of second {@code index} of the stage. */
  long at(Kind kind, int index) {
    long inRamp = Math.min(ramp, counts[index]);
    return kind == Kind.RAMP ? inRamp : counts[index] - inRamp;
  }

  void addStart(MetricsPage page, SeriesLabels stage) {
    page.add(metric, stage.phase(Kind.RAMP), 0L);
    page.add(metric, stage.phase(Kind.HOLD), 0L);
  }

  void addTo(MetricsPage page, SeriesLabels stage, int index) {
    page.add(metric, stage.phase(Kind.RAMP), at(Kind.RAMP, index));
    page.add(metric, stage.phase(Kind.HOLD), at(Kind.HOLD, index));
  }
}
