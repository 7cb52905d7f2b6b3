package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;

/**
 * Counts the starts that are as claimed. A claim of starts is one of most of them: more than half,
 * which says where their median is, whatever their values are like.
 */
final class Counting {
  private static final Region MOST = Region.above(0.5);

  private Counting() {}

  /**
   * @param isSo of a start; empty where that is not known, which leaves it out
   */
  static Evidence evidence(
      String subject, RunStarts starts, Where where, Function<OneStart, Optional<Boolean>> isSo) {
    Sample known =
        starts.sample(
            where, start -> isSo.apply(start).map(so -> new FigureValue(so ? 1 : 0, false)));
    int count = (int) known.numbers().sum();
    return new Evidence(
        subject,
        "of starts",
        new Seen.Counted(count, known.values().size()),
        MOST,
        known.usedRows(),
        known.rows());
  }

  /**
   * Whether a start is within a region at all loads; one load without is enough to know it is not.
   */
  static Optional<Boolean> isWithin(
      OneStart start, List<Integer> loads, StageFigure figure, Region region) {
    List<Optional<Boolean>> known = new ArrayList<>();
    loads.forEach(users -> known.add(start.isWithin(users, figure, region)));
    if (known.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return known.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }
}
