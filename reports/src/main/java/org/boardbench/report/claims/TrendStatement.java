package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
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
 * That a figure grows in proportion to the load. The number of a start is its greatest departure:
 * by how many percent the figure of a stage is off what the first stage and the proportion give.
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
    Sample departures = starts.sample(of, start -> departure(start, loads));
    return List.of(
        new Evidence(
            "departure of "
                + figure.name()
                + " from proportion to "
                + along.words()
                + ", "
                + of.words(),
            Units.PCT,
            new Seen.Mean(departures.estimate(FigureKind.COST), false),
            region,
            departures.usedRows(),
            departures.rows()));
  }

  private Optional<FigureValue> departure(OneStart start, List<Integer> loads) {
    boolean isWhole = loads.stream().allMatch(users -> start.at(users).findAny().isPresent());
    if (!isWhole || loads.size() < 2) {
      return Optional.empty();
    }
    double[] shares = loads.stream().flatMap(start::at).mapToDouble(this::share).toArray();
    double departure =
        DoubleStream.of(shares).map(share -> 100 * Math.abs(share / shares[0] - 1)).max().orElse(0);
    return Double.isFinite(departure)
        ? Optional.of(new FigureValue(departure, false))
        : Optional.empty();
  }

  /** NaN where a part was not measured, or may be greater. */
  private double share(StoredStage row) {
    FigureValue shown = figure.of(row);
    return shown.atLeast() ? Double.NaN : shown.value() / along.of(row);
  }
}
