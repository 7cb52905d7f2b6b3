package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;

/**
 * That a figure of a variant is within bounds in each stage that is looked at. Of a time, a rate or
 * a cost it is the mean over starts, each with its worst stage; of a count or a share of messages,
 * which mostly is 0, it is most starts.
 */
public record BoundStatement(StageFigure figure, Where of, Region region) implements Statement {
  @Override
  public List<Where> where() {
    return List.of(of);
  }

  @Override
  public Statement renamed(Map<String, String> names) {
    return new BoundStatement(figure, of.renamed(names), region);
  }

  @Override
  public List<Evidence> evidence(MeasuredRun run) {
    RunStarts starts = run.starts();
    if (figure.isCounted()) {
      List<Integer> loads = starts.loads(of);
      return List.of(
          Counting.evidence(
              figure.name() + " " + region.words(figure.unit()) + ", " + of.words(),
              starts,
              of,
              figure,
              start -> Counting.isWithin(start, loads, figure, region)));
    }
    List<Evidence> ofEnds = new ArrayList<>();
    if (region.hasLow()) {
      ofEnds.add(ofMean(starts, OverStages.LEAST, Region.above(region.low())));
    }
    if (region.hasHigh()) {
      ofEnds.add(ofMean(starts, OverStages.GREATEST, Region.below(region.high())));
    }
    return List.copyOf(ofEnds);
  }

  private Evidence ofMean(RunStarts starts, OverStages worst, Region end) {
    Sample sample = starts.sample(of, figure, worst);
    boolean isOneStage = starts.loads(of).size() == 1;
    return new Evidence(
        (isOneStage ? "" : worst.word() + " ") + figure.name() + ", " + of.words(),
        figure.unit(),
        new Seen.Mean(sample.estimate(figure.kind()), sample.isAtLeast()),
        end,
        Evidence.Looked.at(sample));
  }
}
