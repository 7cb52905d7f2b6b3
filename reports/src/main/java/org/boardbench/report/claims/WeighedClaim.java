package org.boardbench.report.claims;

import java.util.List;
import java.util.OptionalInt;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;
import org.boardbench.statistics.Refusal;

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
  static WeighedClaim of(Claim claim, MeasuredRun run, String lacking) {
    List<Evidence> evidence =
        lacking.isEmpty()
            ? claim.all().stream().flatMap(statement -> statement.evidence(run).stream()).toList()
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
                    one, confidence(one, error), one.verdict(confidence(one, error)), ""))
            .toList();
    Verdict verdict = verdict(isDecided);
    if (verdict != Verdict.UNDECIDED) {
      String why = verdict.isDecided() ? "" : lacking.isEmpty() ? noRow() : lacking;
      return new JudgedClaim(claim, verdict, p, statements, OptionalInt.empty(), why);
    }
    List<JudgedStatement> open = open(statements);
    OptionalInt needed = startsNeeded(open);
    return new JudgedClaim(claim, verdict, p, statements, needed, why(open, needed));
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

  /** What more starts could decide it by: what is against it, if anything is. */
  private List<JudgedStatement> open(List<JudgedStatement> statements) {
    List<Evidence> against = against();
    return statements.stream()
        .filter(one -> against.isEmpty() || against.contains(one.evidence()))
        .filter(one -> !one.verdict().isDecided())
        .toList();
  }

  /** All that is open must be known for it to hold; one of what is against it is enough else. */
  private OptionalInt startsNeeded(List<JudgedStatement> open) {
    List<OptionalInt> needed =
        open.stream().map(one -> one.evidence().startsNeeded(one.confidence())).toList();
    if (!against().isEmpty()) {
      return needed.stream().flatMapToInt(OptionalInt::stream).min();
    }
    return needed.stream().allMatch(OptionalInt::isPresent)
        ? needed.stream().mapToInt(OptionalInt::getAsInt).max()
        : OptionalInt.empty();
  }

  /** The first part that no start says anything of; empty where there is none. */
  private String noRow() {
    return evidence.stream()
        .filter(one -> !one.isAny())
        .map(one -> "no start has the valid rows of: " + one.subject())
        .findFirst()
        .orElse("");
  }

  private String why(List<JudgedStatement> open, OptionalInt needed) {
    if (against().isEmpty() && !noRow().isEmpty()) {
      return noRow();
    }
    int starts = open.stream().mapToInt(one -> one.evidence().seen().starts()).min().orElse(0);
    if (needed.isPresent()) {
      // Of fewer than three nobody knows the spread: as many are needed in any case.
      boolean isLeast = starts < Refusal.LEAST_STARTS;
      return "needs n = " + needed.getAsInt() + (isLeast ? " or more" : "") + ", has " + starts;
    }
    return open.stream()
        .map(one -> one.evidence().refusal())
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("no number of starts is known");
  }
}
