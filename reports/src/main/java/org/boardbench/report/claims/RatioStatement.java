package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.statistics.Ratio;

/**
 * That a figure here, divided by the same figure there, is in a region: two variants under the same
 * loads, or one under two loads. Of several stages a start has the geometric mean. It is decided by
 * its interval, or by the machine's noise floor where that is wider.
 *
 * @param base what is divided by
 */
public record RatioStatement(StageFigure figure, Where of, Where base, Region region)
    implements Statement {
  @Override
  public List<Where> where() {
    return List.of(of, base);
  }

  @Override
  public Statement renamed(Map<String, String> names) {
    return new RatioStatement(figure, of.renamed(names), base.renamed(names), region);
  }

  @Override
  public List<Evidence> evidence(MeasuredRun run) {
    RunStarts starts = run.starts();
    Sample above = starts.sample(of, figure, OverStages.MEAN);
    Sample below = starts.sample(base, figure, OverStages.MEAN);
    Seen seen =
        new Seen.Quotient(
            Ratio.of(below.starts(), above.starts()),
            above.isAtLeast(),
            below.isAtLeast(),
            run.floor(figure));
    return List.of(
        new Evidence(
            figure.name() + ", " + subject(),
            "",
            seen,
            region,
            Evidence.Looked.at(above).and(below)));
  }

  /** What both have in common stands once. */
  private String subject() {
    boolean isOneLoad = of.users().equals(base.users());
    return (isOneLoad ? of.variant() : of.words()) + " ÷ " + base.words();
  }
}
