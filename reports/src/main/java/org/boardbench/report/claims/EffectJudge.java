package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;
import org.boardbench.statistics.Holm;
import org.boardbench.statistics.Refusal;

/**
 * Judges what choices do. Of many effects some would help or harm by chance: so what does is what
 * Holm's steps over all effects of the file leave, and all of it together is as sure as one of the
 * run's intervals. That a choice makes no difference is left as each effect by itself says: who
 * reads that none of them does is wrong only where one that does is called so, however many others
 * there are.
 */
final class EffectJudge {
  private final MeasuredRun run;
  private final double error;

  /** One of them, with what would decide it. */
  private record Judged(JudgedStatement statement, double p, OptionalInt startsNeeded) {}

  EffectJudge(MeasuredRun run) {
    this.run = run;
    error = 1 - run.confidence();
  }

  /**
   * In the same order.
   *
   * @param claims of effects
   */
  List<JudgedClaim> judge(List<Claim> claims) {
    List<List<Evidence>> ofClaims = claims.stream().map(this::evidence).toList();
    List<Evidence> all = ofClaims.stream().flatMap(List::stream).toList();
    Iterator<Double> p =
        Holm.adjusted(all.stream().map(one -> effect(one).p()).toList()).iterator();
    List<JudgedClaim> judged = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      List<Judged> effects = new ArrayList<>();
      ofClaims.get(i).forEach(one -> effects.add(judged(one, p.next(), all.size())));
      judged.add(judged(claims.get(i), effects));
    }
    return judged;
  }

  /** None where the run lacks a variant or a stage. */
  private List<Evidence> evidence(Claim claim) {
    return Judge.lacking(claim, run).isEmpty()
        ? claim.all().stream().flatMap(one -> one.evidence(run).stream()).toList()
        : List.of();
  }

  private static Effect effect(Evidence evidence) {
    return (Effect) evidence.seen();
  }

  /**
   * @param p among all
   */
  private Judged judged(Evidence evidence, double p, int all) {
    Effect effect = effect(evidence);
    Verdict alone = effect.verdict(run.confidence());
    if (alone.isDifference() && p > error) {
      OptionalInt needed = effect.ratio().startsNeeded(1, 1 - error / all);
      String why =
          "by itself it %s, among %d effects p = %s, %s"
              .formatted(alone.word(), all, NumberWords.of(p), needs(effect, needed));
      return judged(evidence, Verdict.UNDECIDED, p, needed, why);
    }
    if (alone == Verdict.UNDECIDED) {
      OptionalInt needed = effect.startsNeeded(run.confidence());
      return judged(evidence, alone, p, needed, needs(effect, needed));
    }
    String why = alone == Verdict.NOT_JUDGED ? "no start has the valid rows" : "";
    return judged(evidence, alone, p, OptionalInt.empty(), why);
  }

  private Judged judged(
      Evidence evidence, Verdict verdict, double p, OptionalInt startsNeeded, String why) {
    return new Judged(
        new JudgedStatement(evidence, run.confidence(), verdict, why), p, startsNeeded);
  }

  private static String needs(Effect effect, OptionalInt startsNeeded) {
    if (startsNeeded.isEmpty()) {
      return "no number of starts is known";
    }
    // Of fewer than three nobody knows the spread: as many are needed in any case.
    String orMore = effect.starts() < Refusal.LEAST_STARTS ? " or more" : "";
    return "needs n = " + startsNeeded.getAsInt() + orMore + ", has " + effect.starts();
  }

  private JudgedClaim judged(Claim claim, List<Judged> effects) {
    if (effects.isEmpty()) {
      return new JudgedClaim(
          claim, Verdict.NOT_JUDGED, 1, List.of(), OptionalInt.empty(), Judge.lacking(claim, run));
    }
    List<JudgedStatement> statements = effects.stream().map(Judged::statement).toList();
    Verdict verdict = Verdict.ofEffects(statements.stream().map(JudgedStatement::verdict).toList());
    return new JudgedClaim(
        claim,
        verdict,
        effects.stream().mapToDouble(Judged::p).min().orElseThrow(),
        statements,
        verdict == Verdict.UNDECIDED ? startsNeeded(effects) : OptionalInt.empty(),
        verdict == Verdict.NOT_JUDGED ? statements.getFirst().why() : "");
  }

  /** For all that is open. */
  private static OptionalInt startsNeeded(List<Judged> effects) {
    List<OptionalInt> open =
        effects.stream()
            .filter(one -> one.statement().verdict() == Verdict.UNDECIDED)
            .map(Judged::startsNeeded)
            .toList();
    return open.stream().allMatch(OptionalInt::isPresent)
        ? open.stream().mapToInt(OptionalInt::getAsInt).max()
        : OptionalInt.empty();
  }
}
