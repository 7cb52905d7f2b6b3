package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.Lacking;
import org.boardbench.statistics.Holm;

/**
 * Judges claims by a run. All verdicts together are as sure as one of the run's intervals (Holm):
 * where these are of 95 %, the surest of m claims is judged by intervals with an error of 5 % ÷ m,
 * the next one with 5 % ÷ (m − 1) and so on, until one is open; the others are judged like that
 * one.
 */
public final class Judge {
  private final MeasuredRun run;
  private final double error;

  public Judge(MeasuredRun run) {
    this.run = run;
    error = 1 - run.confidence();
  }

  /** In the same order. Each effect counts as a claim of its own among the others. */
  public List<JudgedClaim> judge(List<Claim> claims) {
    List<List<WeighedClaim>> questions =
        claims.stream()
            .map(claim -> WeighedClaim.of(claim, run, lacking(claim)).questions())
            .toList();
    List<JudgedClaim> judged = judgedQuestions(questions.stream().flatMap(List::stream).toList());
    List<JudgedClaim> joined = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < claims.size(); i++) {
      List<JudgedClaim> own = judged.subList(next, next + questions.get(i).size());
      joined.add(claims.get(i).isOfEffects() ? JudgedClaim.ofEffects(own) : own.getFirst());
      next += own.size();
    }
    return joined;
  }

  private List<JudgedClaim> judgedQuestions(List<WeighedClaim> weighed) {
    List<Double> alone = weighed.stream().map(WeighedClaim::p).toList();
    List<Double> adjusted = Holm.adjusted(alone);
    int decided = (int) adjusted.stream().filter(p -> p <= error).count();
    List<Integer> surestFirst =
        IntStream.range(0, weighed.size()).boxed().sorted(Comparator.comparing(alone::get)).toList();
    List<JudgedClaim> judged = new ArrayList<>();
    for (int i = 0; i < weighed.size(); i++) {
      int before = Math.min(surestFirst.indexOf(i), decided);
      double p = adjusted.get(i);
      judged.add(weighed.get(i).judged(p, error / (weighed.size() - before), p <= error));
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
