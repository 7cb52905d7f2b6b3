package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.Lacking;
import org.boardbench.statistics.Holm;

/**
 * Judges claims by a run. All verdicts together are as sure as one of the run's intervals (Holm):
 * where these are of 95 %, the surest of m claims is judged by intervals with an error of 5 % ÷ m,
 * the next one with 5 % ÷ (m − 1) and so on, until one is open; the others are judged like that
 * one. Effects are a family of their own.
 */
public final class Judge {
  private final MeasuredRun run;
  private final double error;

  public Judge(MeasuredRun run) {
    this.run = run;
    error = 1 - run.confidence();
  }

  /** In the same order. */
  public List<JudgedClaim> judge(List<Claim> claims) {
    Iterator<JudgedClaim> effects =
        new EffectJudge(run).judge(claims.stream().filter(Claim::isOfEffects).toList()).iterator();
    Iterator<JudgedClaim> others =
        judgedTogether(claims.stream().filter(claim -> !claim.isOfEffects()).toList()).iterator();
    return claims.stream()
        .map(claim -> claim.isOfEffects() ? effects.next() : others.next())
        .toList();
  }

  private List<JudgedClaim> judgedTogether(List<Claim> claims) {
    List<WeighedClaim> weighed =
        claims.stream().map(claim -> WeighedClaim.of(claim, run, lacking(claim, run))).toList();
    List<Double> alone = weighed.stream().map(WeighedClaim::p).toList();
    List<Double> adjusted = Holm.adjusted(alone);
    int decided = (int) adjusted.stream().filter(p -> p <= error).count();
    List<Integer> surestFirst =
        IntStream.range(0, claims.size()).boxed().sorted(Comparator.comparing(alone::get)).toList();
    List<JudgedClaim> judged = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      int before = Math.min(surestFirst.indexOf(i), decided);
      double p = adjusted.get(i);
      judged.add(weighed.get(i).judged(p, error / (claims.size() - before), p <= error));
    }
    return judged;
  }

  /** What a run does not have of a claim; empty when it has all. */
  static String lacking(Claim claim, MeasuredRun run) {
    return claim.where().stream()
        .map(where -> Lacking.of(where, run.starts()))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }
}
