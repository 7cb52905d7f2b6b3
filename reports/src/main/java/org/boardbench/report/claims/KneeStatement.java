package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;

/**
 * That most starts have their knee between two loads: the least load at which a figure is not good
 * any more, or under which the server ended by itself.
 *
 * @param good the figure's region below the knee
 * @param of with the first and the last load at which the knee may be
 */
public record KneeStatement(StageFigure figure, Where of, Region good) implements Statement {
  @Override
  public List<Where> where() {
    return List.of(of);
  }

  @Override
  public Statement renamed(Map<String, String> names) {
    return new KneeStatement(figure, of.renamed(names), good);
  }

  @Override
  public List<Evidence> evidence(MeasuredRun run) {
    RunStarts starts = run.starts();
    int first = of.users().getFirst();
    int last = of.users().getLast();
    List<Integer> before = starts.users().stream().filter(users -> users < first).toList();
    List<Integer> between =
        starts.users().stream().filter(users -> users >= first && users <= last).toList();
    List<Integer> looked = starts.users().stream().filter(users -> users <= last).toList();
    return List.of(
        Counting.evidence(
            figure.name()
                + " "
                + good.words(figure.unit())
                + " up to a knee from "
                + first
                + " to "
                + last
                + " users, "
                + of.variant(),
            starts,
            new Where(of.key(), of.variant(), looked),
            figure,
            start -> isThere(start, before, between)));
  }

  /** Empty unless each load up to the last one is known. */
  private Optional<Boolean> isThere(OneStart start, List<Integer> before, List<Integer> between) {
    Optional<Boolean> isGoodBefore = Counting.isGood(start, before, figure, good);
    Optional<Boolean> isGoodBetween = Counting.isGood(start, between, figure, good);
    return isGoodBefore.isPresent() && isGoodBetween.isPresent()
        ? Optional.of(isGoodBefore.get() && !isGoodBetween.get())
        : Optional.empty();
  }
}
