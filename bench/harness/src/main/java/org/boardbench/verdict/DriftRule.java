package org.boardbench.verdict;

import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.apache.commons.statistics.descriptive.Median;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.account.result.StageResult.Interval;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/**
 * The figures had settled: a trend over the hold's whole seconds did not move the median RTT by
 * much. What a server does that does not keep up is a finding, and no drift; so is how it goes on
 * after a fault that the plan has in the hold.
 */
final class DriftRule implements Rule {
  /** With fewer seconds no trend could be told from chance at the level that is asked for. */
  private static final int FEWEST_SECONDS = 8;

  /** Whatever its share, nobody compares servers by less. */
  private static final double FLOOR_NS = 200_000;

  /** The first and last second of a stage are cut at its bounds. */
  private static final long WHOLE_SECOND_NS = 1_000_000_000;

  private static final double NS_PER_S = 1e9;

  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    StageResult result = hold.result();
    List<Second> seconds = wholeSeconds(result);
    if (seconds.size() < FEWEST_SECONDS
        || !Saturation.keptUp(result)
        || !result.spec().faults().isEmpty()) {
      return Optional.empty();
    }
    double[] times = seconds.stream().mapToDouble(Second::startS).toArray();
    double[] medians = seconds.stream().mapToDouble(Second::medianNs).toArray();
    Trend trend = Trend.of(times, medians);
    double movedNs = Math.abs(trend.slope()) * result.holdSeconds();
    if (!trend.isSignificant() || movedNs < FLOOR_NS) {
      return Optional.empty();
    }
    double usualNs = Median.withDefaults().withCopy(true).evaluate(medians);
    return Rule.over(ReasonCode.DRIFT, 100 * movedNs / usualNs, bounds.of(ReasonCode.DRIFT));
  }

  private static List<Second> wholeSeconds(StageResult result) {
    return result.intervals().stream()
        .filter(second -> second.startNs() >= result.holdStartNs())
        .filter(second -> second.endNs() <= result.holdEndNs())
        .filter(second -> second.endNs() - second.startNs() >= WHOLE_SECOND_NS)
        .filter(second -> second.phase().kind() == Phase.Kind.HOLD)
        .map(Second::of)
        .filter(second -> second.messages() > 0)
        .toList();
  }

  /** What is asked of a second, read once. */
  private record Second(double startS, long messages, double medianNs) {
    static Second of(Interval interval) {
      Histogram rtt = interval.times().rtt().read();
      return new Second(
          interval.startNs() / NS_PER_S, rtt.getTotalCount(), rtt.getValueAtPercentile(50));
    }
  }
}
