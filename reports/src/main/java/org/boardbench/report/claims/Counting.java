package org.boardbench.report.claims;

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
   * @param figure that is looked at
   * @param isSo of a start; empty where that is not known, which leaves it out
   */
  static Evidence evidence(
      String subject,
      RunStarts starts,
      Where where,
      StageFigure figure,
      Function<OneStart, Optional<Boolean>> isSo) {
    Sample known =
        starts.sample(
            where,
            figure,
            start -> isSo.apply(start).map(so -> new FigureValue(so ? 1 : 0, false)));
    int count = (int) known.numbers().sum();
    return new Evidence(
        subject,
        "of starts",
        new Seen.Counted(count, known.values().size()),
        MOST,
        Evidence.Looked.at(known));
  }

  /**
   * Whether a start is within a region at all loads; empty unless that is known of each of them. A
   * start that is known to be outside at one would have been left out, had that one been invalid
   * and the others within: to count it all the same would be to choose those that are outside.
   */
  static Optional<Boolean> isWithin(
      OneStart start, List<Integer> loads, StageFigure figure, Region region) {
    return all(loads.stream().map(users -> start.isWithin(users, figure, region)).toList());
  }

  /** The same of what only a server can be that is there: it is not, from where it ended on. */
  static Optional<Boolean> isGood(
      OneStart start, List<Integer> loads, StageFigure figure, Region good) {
    return all(
        loads.stream()
            .map(users ->
                start.hasEndedUpTo(users)
                    ? Optional.of(false)
                    : start.isWithin(users, figure, good))
            .toList());
  }

  private static Optional<Boolean> all(List<Optional<Boolean>> known) {
    return known.contains(Optional.<Boolean>empty())
        ? Optional.empty()
        : Optional.of(!known.contains(Optional.of(false)));
  }
}
