package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;

/**
 * That a variant has the least or the greatest figure of several: each ratio to another one is in
 * the region.
 *
 * @param among may name the variant itself
 */
public record RankStatement(StageFigure figure, Where of, List<String> among, Region region)
    implements Statement {
  public RankStatement {
    among = List.copyOf(among);
  }

  @Override
  public List<Where> where() {
    return Stream.concat(Stream.of(of), others()).toList();
  }

  private Stream<Where> others() {
    return among.stream().filter(other -> !other.equals(of.variant())).map(of::of);
  }

  @Override
  public Statement renamed(Map<String, String> names) {
    return new RankStatement(
        figure,
        of.renamed(names),
        among.stream().map(one -> names.getOrDefault(one, one)).toList(),
        region);
  }

  @Override
  public List<Evidence> evidence(MeasuredRun run) {
    return others()
        .flatMap(other -> new RatioStatement(figure, of, other, region).evidence(run).stream())
        .toList();
  }
}
