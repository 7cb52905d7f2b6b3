package org.boardbench.report.statistics;

import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.Sample;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Interval;

/**
 * What tables and figures show of one figure of a variant at a load.
 *
 * @param value the estimate over the valid starts; where no start is valid the median of all, which
 *     is no estimate and says no more than where they lie. NaN when nothing was measured
 * @param atLeast whether the true value may be greater: that of some start may
 * @param starts valid ones that measured it
 * @param interval of the estimate; empty of fewer than three starts, and of a value that may be
 *     greater, which has no upper end
 */
public record GroupFigure(double value, boolean atLeast, int starts, Optional<Interval> interval) {
  /** Of one number of each start, all of which count. */
  public static GroupFigure of(Sample sample, FigureKind kind, double confidence) {
    return ofValid(sample.estimate(kind), sample.isAtLeast(), confidence);
  }

  static GroupFigure ofValid(Estimate estimate, boolean atLeast, double confidence) {
    return new GroupFigure(
        estimate.mean().orElse(Double.NaN),
        atLeast,
        estimate.starts(),
        !atLeast && estimate.bounds(confidence) instanceof Interval interval
            ? Optional.of(interval)
            : Optional.empty());
  }

  static GroupFigure ofInvalid(List<FigureValue> values) {
    return new GroupFigure(
        Spread.of(values.stream().mapToDouble(FigureValue::value)).median(),
        values.stream().anyMatch(FigureValue::atLeast),
        0,
        Optional.empty());
  }

  public boolean isMeasured() {
    return !Double.isNaN(value);
  }
}
