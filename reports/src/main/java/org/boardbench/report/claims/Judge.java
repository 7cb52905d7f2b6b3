package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.Lacking;
import org.boardbench.statistics.Holm;
import org.boardbench.statistics.Interval;

/**
 * Judges claims by a run. All verdicts together are right in 95 of 100 experiments (Holm): the
 * surest of m claims is judged by intervals with an error of 5 % ÷ m, the next one with 5 % ÷ (m −
 * 1) and so on, until one is open; the others are judged like that one.
 */
public final class Judge {
  private static final double ERROR = 1 - Interval.CONFIDENCE;

  private final MeasuredRun run;

  public Judge(MeasuredRun run) {
    this.run = run;
  }

  /** In the same order. */
  public List<JudgedClaim> judge(List<Claim> claims) {
    List<WeighedClaim> weighed =
        claims.stream().map(claim -> WeighedClaim.of(claim, run, lacking(claim))).toList();
    List<Double> alone = weighed.stream().map(WeighedClaim::p).toList();
    List<Double> adjusted = Holm.adjusted(alone);
    int decided = (int) adjusted.stream().filter(p -> p <= ERROR).count();
    List<Integer> surestFirst =
        IntStream.range(0, claims.size()).boxed().sorted(Comparator.comparing(alone::get)).toList();
    List<JudgedClaim> judged = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      int before = Math.min(surestFirst.indexOf(i), decided);
      double p = adjusted.get(i);
      judged.add(weighed.get(i).judged(p, ERROR / (claims.size() - before), p <= ERROR));
    }
    return judged;
  }

  private String lacking(Claim claim) {
    return claim.where().stream()
        .map(where -> Lacking.of(where, run.starts()))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }
}
