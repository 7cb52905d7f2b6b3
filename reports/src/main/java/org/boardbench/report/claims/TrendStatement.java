package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.starts.Where;
import org.boardbench.results.table.Units;
import org.boardbench.statistics.FigureKind;

/**
 * That a figure grows in proportion to the load: at each load it is compared with what the first
 * one and the proportion give, by the mean over starts, and the load that is farthest off decides.
 * The greatest departure of each single start would grow with noise and with the number of loads.
 *
 * @param region of the greatest departure, in percent
 */
public record TrendStatement(StageFigure figure, Where of, Along along, Region region)
    implements Statement {
  @Override
  public List<Where> where() {
    return List.of(of);
  }

  @Override
  public Statement renamed(Map<String, String> names) {
    return new TrendStatement(figure, of.renamed(names), along, region);
  }

  @Override
  public List<Evidence> evidence(MeasuredRun run) {
    RunStarts starts = run.starts();
    List<Integer> loads = starts.loads(of);
    List<Sample> samples =
        loads.stream()
            .skip(1)
            .map(users -> starts.sample(of, figure, start -> byFirst(start, loads, users)))
            .toList();
    Sample any =
        samples.isEmpty() ? starts.sample(of, figure, _ -> Optional.empty()) : samples.getFirst();
    return List.of(
        new Evidence(
            "greatest departure of "
                + figure.name()
                + " from proportion to "
                + along.words()
                + ", "
                + of.words(),
            Units.PCT,
            new Seen.Departure(
                samples.stream().map(sample -> sample.estimate(FigureKind.COST)).toList()),
            region,
            Evidence.Looked.at(any)));
  }

  /** Empty unless it is known of every load, so that all are of the same starts. */
  private Optional<FigureValue> byFirst(OneStart start, List<Integer> loads, int users) {
    double first = share(start, loads.getFirst());
    boolean isKnown =
        start.isWhole(loads, figure)
            && first > 0
            && loads.stream().allMatch(load -> Double.isFinite(share(start, load)));
    return isKnown
        ? Optional.of(new FigureValue(share(start, users) / first, false))
        : Optional.empty();
  }

  /** Of several rows of a load their mean; NaN where one was not measured, or may be greater. */
  private double share(OneStart start, int users) {
    return start.at(users, figure).mapToDouble(this::share).average().orElse(Double.NaN);
  }

  private double share(StoredStage row) {
    FigureValue shown = figure.of(row);
    return shown.atLeast() ? Double.NaN : shown.value() / along.of(row);
  }
}
