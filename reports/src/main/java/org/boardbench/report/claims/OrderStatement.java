package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.statistics.Ratio;

/**
 * That variants rank alike on two occasions, such as two loads, or stages with different input: no
 * pair of them changes places by what counts. Or that Kendall's tau of the two rankings is above a
 * bound.
 *
 * @param among at least two
 * @param counts the least relative difference that matters
 * @param tauAbove empty where no pair may change places
 */
public record OrderStatement(
    StageFigure figure,
    List<String> among,
    Occasion here,
    Occasion there,
    double counts,
    OptionalDouble tauAbove)
    implements Statement {
  public OrderStatement {
    among = List.copyOf(among);
  }

  /** Two of the variants, and what was looked at of them. */
  private record Pair(String words, Reversal reversal, Evidence.Looked looked) {}

  @Override
  public List<Where> where() {
    return among.stream()
        .flatMap(variant -> Stream.of(here.where(variant), there.where(variant)))
        .toList();
  }

  @Override
  public Statement renamed(Map<String, String> names) {
    return new OrderStatement(
        figure,
        among.stream().map(one -> names.getOrDefault(one, one)).toList(),
        here,
        there,
        counts,
        tauAbove);
  }

  @Override
  public List<Evidence> evidence(MeasuredRun run) {
    List<Pair> pairs = pairs(run);
    if (tauAbove.isPresent()) {
      return List.of(
          new Evidence(
              figure.name() + ", Kendall's tau of " + among.size() + " variants " + occasions(),
              "",
              new RankAgreement(pairs.stream().map(Pair::reversal).toList(), counts),
              Region.above(tauAbove.getAsDouble()),
              pairs.stream().map(Pair::looked).reduce((one, more) -> one.and(more)).orElseThrow()));
    }
    return pairs.stream()
        .map(pair ->
            new Evidence(
                figure.name() + ", " + pair.words() + " change places " + occasions(),
                "",
                pair.reversal(),
                Region.below(1 + counts),
                pair.looked()))
        .toList();
  }

  private String occasions() {
    return here.words() + " and " + there.words();
  }

  private List<Pair> pairs(MeasuredRun run) {
    List<Pair> pairs = new ArrayList<>();
    for (int first = 0; first < among.size(); first++) {
      for (int second = first + 1; second < among.size(); second++) {
        pairs.add(pair(run, among.get(first), among.get(second)));
      }
    }
    return pairs;
  }

  private Pair pair(MeasuredRun run, String one, String other) {
    Sample oneHere = sample(run, here, one);
    Sample otherHere = sample(run, here, other);
    Sample oneThere = sample(run, there, one);
    Sample otherThere = sample(run, there, other);
    return new Pair(
        one + " and " + other,
        new Reversal(ratio(run, oneHere, otherHere), ratio(run, oneThere, otherThere)),
        Evidence.Looked.at(oneHere)
            .and(otherHere)
            .and(Evidence.Looked.at(oneThere))
            .and(Evidence.Looked.at(otherThere)));
  }

  private Sample sample(MeasuredRun run, Occasion occasion, String variant) {
    return occasion.of(run.starts()).sample(occasion.where(variant), figure, OverStages.MEAN);
  }

  private Seen.Quotient ratio(MeasuredRun run, Sample above, Sample below) {
    return new Seen.Quotient(
        Ratio.of(below.starts(), above.starts()),
        above.isAtLeast(),
        below.isAtLeast(),
        run.floor(figure));
  }
}
