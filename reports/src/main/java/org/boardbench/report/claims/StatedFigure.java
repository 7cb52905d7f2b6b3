package org.boardbench.report.claims;

import java.util.Map;
import org.boardbench.findings.starts.Lacking;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;

/**
 * A number that somebody states, on a machine of their own: it is shown beside what was measured
 * here, and never judged.
 *
 * @param where of several stages a start has its greatest value
 * @param low in the figure's unit
 * @param high the same as {@code low} where one number is stated
 */
public record StatedFigure(Where where, StageFigure figure, double low, double high) {
  /**
   * With what a run says; its intervals are each for itself.
   *
   * @param looked how much that is of, and of how much
   * @param lacking what the run does not have of it; empty when it has all
   */
  public record Measured(StatedFigure stated, Seen seen, Evidence.Looked looked, String lacking) {}

  /** The same of the variant that stands in its place, by {@link Where#renamed}. */
  StatedFigure renamed(Map<String, String> names) {
    return new StatedFigure(where.renamed(names), figure, low, high);
  }

  Measured measured(RunStarts starts) {
    Sample sample = starts.sample(where, figure, OverStages.GREATEST);
    return new Measured(
        this,
        new Seen.Mean(sample.estimate(figure.kind()), sample.isAtLeast()),
        Evidence.Looked.at(sample),
        Lacking.of(where, starts));
  }
}
