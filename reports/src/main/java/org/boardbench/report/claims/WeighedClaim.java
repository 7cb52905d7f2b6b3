package org.boardbench.report.claims;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;

/**
 * A claim and its evidence, before it is known how many claims there are. It holds where all of its
 * evidence is for it, which needs no allowance: all of it must be right. One part of it that is
 * against it is enough to sink it, and any of them might be so by chance; so each of these is
 * judged at its share of the error.
 */
record WeighedClaim(Claim claim, List<Evidence> evidence, String lacking) {
  /**
   * @param lacking what the run does not have of it; empty when it has all
   */
  static WeighedClaim of(Claim claim, RunStarts starts, String lacking) {
    List<Evidence> evidence =
        lacking.isEmpty()
            ? claim.all().stream()
                .flatMap(statement -> statement.evidence(starts).stream())
                .toList()
            : List.of();
    return new WeighedClaim(claim, evidence, lacking);
  }

  private List<Evidence> against() {
    return evidence.stream().filter(one -> one.isAny() && !one.isFor()).toList();
  }

  private boolean isAny() {
    return evidence.stream().anyMatch(Evidence::isAny);
  }

  /** How likely chance alone would decide it so, by itself. */
  double p() {
    List<Evidence> against = against();
    if (!against.isEmpty()) {
      double least = against.stream().mapToDouble(Evidence::error).min().orElse(1);
      return Math.min(1, evidence.size() * least);
    }
    return isAny() && evidence.stream().allMatch(Evidence::isAny)
        ? evidence.stream().mapToDouble(Evidence::error).max().orElse(1)
        : 1;
  }

  /**
   * What comes of it.
   *
   * @param p among all claims
   * @param error the chance of error that this claim has among them
   */
  JudgedClaim judged(double p, double error, boolean isDecided) {
    List<JudgedStatement> statements =
        evidence.stream()
            .map(one ->
                new JudgedStatement(
                    one, confidence(one, error), one.verdict(confidence(one, error))))
            .toList();
    Verdict verdict = verdict(isDecided);
    OptionalInt needed =
        verdict == Verdict.UNDECIDED ? startsNeeded(statements) : OptionalInt.empty();
    return new JudgedClaim(claim, verdict, p, statements, needed, why(verdict, needed));
  }

  private Verdict verdict(boolean isDecided) {
    if (!isAny()) {
      return Verdict.NOT_JUDGED;
    }
    if (!isDecided) {
      return Verdict.UNDECIDED;
    }
    return against().isEmpty() ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
  }

  private double confidence(Evidence one, double error) {
    return one.isFor() ? 1 - error : 1 - error / evidence.size();
  }

  /** All that is open must be known for it to hold; one of what is against it is enough else. */
  private OptionalInt startsNeeded(List<JudgedStatement> statements) {
    List<Evidence> against = against();
    List<OptionalInt> needed =
        statements.stream()
            .filter(one -> against.isEmpty() || against.contains(one.evidence()))
            .filter(one -> !one.verdict().isDecided())
            .map(one -> one.evidence().startsNeeded(one.confidence()))
            .toList();
    if (!against.isEmpty()) {
      return needed.stream().flatMapToInt(OptionalInt::stream).min();
    }
    return needed.stream().allMatch(OptionalInt::isPresent)
        ? needed.stream().mapToInt(OptionalInt::getAsInt).max()
        : OptionalInt.empty();
  }

  private String why(Verdict verdict, OptionalInt needed) {
    if (!lacking.isEmpty()) {
      return lacking;
    }
    if (verdict.isDecided()) {
      return "";
    }
    Stream<String> noRow =
        evidence.stream()
            .filter(one -> !one.isAny())
            .map(one -> "no start has the valid rows of: " + one.subject());
    Stream<String> refusals =
        evidence.stream().map(Evidence::refusal).filter(words -> !words.isEmpty());
    String number =
        needed.isPresent() ? "needs n = " + needed.getAsInt() : "no number of starts is known";
    return Stream.of(noRow, refusals, Stream.of(number))
        .flatMap(words -> words)
        .findFirst()
        .orElseThrow();
  }
}
