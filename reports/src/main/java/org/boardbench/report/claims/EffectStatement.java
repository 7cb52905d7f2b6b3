package org.boardbench.report.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.statistics.Design;
import org.boardbench.statistics.Ratio;

/**
 * A question and no claim: what a choice makes of a figure, at each load by itself. It helps, it
 * harms, or it makes no difference that counts.
 *
 * @param of the variant with the choice
 * @param against the same without it, under the same loads
 * @param counts the least difference that matters, relative and more than 0
 */
public record EffectStatement(
    StageFigure figure, Where of, Where against, Effect.Better better, double counts)
    implements Statement {
  @Override
  public List<Where> where() {
    return List.of(of, against);
  }

  @Override
  public Statement renamed(Map<String, String> names) {
    return new EffectStatement(figure, of.renamed(names), against.renamed(names), better, counts);
  }

  @Override
  public List<Evidence> evidence(MeasuredRun run) {
    return run.starts().loads(of).stream().map(users -> evidence(run, users)).toList();
  }

  private Evidence evidence(MeasuredRun run, int users) {
    RunStarts starts = run.starts();
    Where there = new Where(against.key(), against.variant(), List.of(users));
    Sample all = starts.sample(there.of(of.variant()), figure, OverStages.MEAN);
    Sample allWithout = starts.sample(there, figure, OverStages.MEAN);
    Set<Integer> pairs = new HashSet<>(all.repetitions());
    pairs.retainAll(allWithout.repetitions());
    // A repetition that has only one of them is worth less than that all others are pairs.
    boolean arePairs = pairs.size() >= Design.LEAST_PAIRS;
    Sample with = arePairs ? all.of(pairs) : all;
    Sample without = arePairs ? allWithout.of(pairs) : allWithout;
    Seen.Quotient ratio =
        new Seen.Quotient(
            Ratio.of(without.starts(), with.starts()),
            with.isAtLeast(),
            without.isAtLeast(),
            run.floor(figure));
    return new Evidence(
        figure.name() + ", " + of.variant() + " ÷ " + there.words(),
        "",
        new Effect(figure.name() + " at " + users + " users", ratio, better, counts),
        Region.same(counts),
        Evidence.Looked.at(with).and(without));
  }
}
