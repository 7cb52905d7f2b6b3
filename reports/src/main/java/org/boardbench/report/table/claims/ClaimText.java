package org.boardbench.report.table.claims;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.boardbench.report.claims.Effect;
import org.boardbench.report.claims.Evidence;
import org.boardbench.report.claims.JudgedClaim;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;
import org.boardbench.report.claims.RankAgreement;
import org.boardbench.report.claims.Reversal;
import org.boardbench.report.claims.Seen;
import org.boardbench.report.claims.Verdict;
import org.boardbench.report.table.NumberText;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Interval;

/** The numbers of claims in words. */
final class ClaimText {
  /** A wider interval, as a factor between its ends, is no help to anybody. */
  private static final double WIDEST = 1e6;

  private ClaimText() {}

  /** {@code 1.25}, {@code ≥11000} or, of starts, {@code 2 of 3}; empty where there is none. */
  static String estimate(Seen seen) {
    if (seen.estimate().isEmpty()) {
      return "";
    }
    String number = NumberText.count(seen.estimate().getAsDouble());
    return switch (seen) {
      case Seen.Counted counted -> counted.count() + " of " + counted.of();
      case Seen.Mean mean -> (mean.isAtLeast() ? "≥" : "") + number;
      case Seen.Quotient quotient -> quotient(quotient, number);
      case Seen.Departure _, RankAgreement _ -> number;
      case Reversal reversal -> isOpen(reversal) ? "any" : number;
      case Effect effect -> quotient(effect.ratio(), number);
    };
  }

  /** Whether one of its ratios is made of a time that is at least so much. */
  private static boolean isOpen(Reversal seen) {
    return Stream.of(seen.here(), seen.there())
        .anyMatch(ratio -> ratio.isAtLeast() || ratio.isAtMost());
  }

  /** The ratio of two lower bounds may be anything. */
  private static String quotient(Seen.Quotient seen, String number) {
    if (seen.isAtLeast() && seen.isAtMost()) {
      return "any";
    }
    return (seen.isAtLeast() ? "≥" : seen.isAtMost() ? "≤" : "") + number;
  }

  /** {@code holds}, or {@code undecided (needs n = 9, has 3)}; of effects each with its load. */
  static String verdict(JudgedClaim claim) {
    if (claim.claim().isOfEffects() && !claim.statements().isEmpty()) {
      return EffectText.verdict(claim);
    }
    return claim.verdict().word() + (claim.why().isEmpty() ? "" : " (" + claim.why() + ")");
  }

  /** {@code undecided}; of effects each with its load. */
  static String shortVerdict(JudgedClaim claim) {
    return claim.claim().isOfEffects() ? verdict(claim) : claim.verdict().word();
  }

  /** {@code holds}, or {@code undecided, estimate outside}. */
  static String verdict(JudgedStatement statement) {
    if (statement.evidence().seen() instanceof Effect) {
      return EffectText.verdict(statement);
    }
    String word = statement.verdict().word();
    if (statement.verdict() != Verdict.UNDECIDED) {
      return word;
    }
    return word + (statement.evidence().isFor() ? ", estimate within" : ", estimate outside");
  }

  /** {@code [1.20, 1.31]}; empty where there is none, and words where its ends say nothing. */
  static String interval(Bounds bounds) {
    return bounds.interval().map(ClaimText::ends).orElse("");
  }

  private static String ends(Interval interval) {
    return interval.low() > 0 && interval.high() / interval.low() > WIDEST
        ? Answer.CANNOT_TELL.word()
        : "[" + end(interval.low()) + ", " + end(interval.high()) + "]";
  }

  private static String end(double value) {
    return Double.isInfinite(value) ? "∞" : NumberText.count(value);
  }

  /** The same, with its confidence. */
  static String interval(JudgedStatement statement) {
    Bounds bounds = statement.evidence().seen().bounds(statement.confidence());
    return interval(bounds) + bounds.interval().map(ClaimText::confidence).orElse("");
  }

  private static String confidence(Interval interval) {
    return " at " + NumberText.toDecimals(100 * interval.confidence(), 2) + " %";
  }

  /** {@code ± 4.1 %}; empty where it has no say, or nobody measured it. */
  static String floor(JudgedStatement statement) {
    OptionalDouble floor = statement.evidence().seen().floor(statement.confidence());
    return floor.isPresent() ? "± " + NumberText.rounded(100 * floor.getAsDouble()) + " %" : "";
  }

  /** {@code 5}, or {@code 5, 1 left out}. */
  static String starts(Seen seen, Evidence.Looked looked) {
    return seen.starts()
        + (looked.startsLeftOut() == 0 ? "" : ", " + looked.startsLeftOut() + " left out");
  }

  /** {@code 15 of 17}. */
  static String rows(Evidence.Looked looked) {
    return looked.usedRows() + " of " + looked.rows();
  }

  /**
   * {@code below 1 %}, {@code above 3}, {@code between 1 and 3 %}, or {@code most starts}; of an
   * effect what is better.
   */
  static String claimed(Evidence evidence) {
    if (evidence.seen() instanceof Seen.Counted) {
      return "most starts";
    }
    if (evidence.seen() instanceof Effect effect) {
      return EffectText.asked(effect);
    }
    return evidence.region().words(evidence.unit());
  }

  /** Empty for a number that there is not. */
  static String exact(double value) {
    return Double.isFinite(value) ? NumberText.exact(value) : "";
  }
}
