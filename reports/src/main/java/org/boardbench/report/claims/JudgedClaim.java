package org.boardbench.report.claims;

import java.util.List;
import java.util.OptionalInt;

/**
 * A claim and what a run says of it.
 *
 * @param p among all claims of the file (Holm); decided where it is at most the error of one of the
 *     run's intervals, 0.05 for those of 95 %. Of effects the least
 * @param statements none where the run lacks a variant or a stage of the claim
 * @param startsNeeded how many starts of each variant would decide it; empty where it is decided,
 *     or no number is known
 * @param why there is no answer; empty where there is one
 */
public record JudgedClaim(
    Claim claim,
    Verdict verdict,
    double p,
    List<JudgedStatement> statements,
    OptionalInt startsNeeded,
    String why) {
  public JudgedClaim {
    statements = List.copyOf(statements);
  }

  /**
   * One number of it.
   *
   * @param confidence of the interval that decides, 0.95 for 95 %
   * @param why there is no answer to an effect; empty where there is one, and of all else
   */
  public record JudgedStatement(
      Evidence evidence, double confidence, Verdict verdict, String why) {}

  /**
   * All effects of one choice.
   *
   * @param parts of one claim, each judged by itself; at least one
   */
  static JudgedClaim ofEffects(List<JudgedClaim> parts) {
    JudgedClaim first = parts.getFirst();
    if (first.statements().isEmpty()) {
      return first;
    }
    Verdict verdict = Verdict.ofEffects(parts.stream().map(JudgedClaim::verdict).toList());
    return new JudgedClaim(
        first.claim(),
        verdict,
        parts.stream().mapToDouble(JudgedClaim::p).min().orElseThrow(),
        parts.stream().map(JudgedClaim::effect).toList(),
        verdict == Verdict.UNDECIDED ? startsNeeded(parts) : OptionalInt.empty(),
        verdict == Verdict.NOT_JUDGED ? first.why() : "");
  }

  private JudgedStatement effect() {
    JudgedStatement only = statements.getFirst();
    return new JudgedStatement(only.evidence(), only.confidence(), verdict, why);
  }

  /** For all that is open. */
  private static OptionalInt startsNeeded(List<JudgedClaim> parts) {
    List<OptionalInt> open =
        parts.stream()
            .filter(part -> part.verdict() == Verdict.UNDECIDED)
            .map(JudgedClaim::startsNeeded)
            .toList();
    return open.stream().allMatch(OptionalInt::isPresent)
        ? open.stream().mapToInt(OptionalInt::getAsInt).max()
        : OptionalInt.empty();
  }
}
