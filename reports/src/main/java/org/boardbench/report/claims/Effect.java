package org.boardbench.report.claims;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.RatioRule;
import org.boardbench.statistics.RatioVerdict;

/**
 * What a choice makes of a figure under one load: the figure with it, divided by that without it.
 * It helps, it harms, or it makes no difference that counts.
 *
 * @param what the figure and the load, in words
 * @param ratio with the choice ÷ without it
 * @param better which way of the figure is to the better
 * @param counts the least difference that matters, relative and more than 0
 */
public record Effect(String what, Seen.Quotient ratio, Better better, double counts)
    implements Seen {
  /** Which way of a figure is to the better. */
  public enum Better {
    LESS("less"),
    MORE("more");

    private final String word;

    Better(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  @Override
  public OptionalDouble estimate() {
    return ratio.estimate();
  }

  @Override
  public int starts() {
    return ratio.starts();
  }

  @Override
  public Bounds bounds(double confidence) {
    return ratio.bounds(confidence);
  }

  @Override
  public OptionalInt startsNeeded(double edge, double confidence) {
    return ratio.startsNeeded(edge, confidence);
  }

  @Override
  public OptionalDouble floor(double confidence) {
    return ratio.floor(confidence);
  }

  /** What starts say, as if there were no other effects. */
  Verdict verdict(double confidence) {
    if (estimate().isEmpty()) {
      return Verdict.NOT_JUDGED;
    }
    Answer answer = said(confidence).answer();
    return isOpen(answer) ? Verdict.UNDECIDED : verdict(answer);
  }

  private Verdict verdict(Answer answer) {
    return switch (answer) {
      case NO_DIFFERENCE -> Verdict.NO_DIFFERENCE;
      case LESS -> better == Better.LESS ? Verdict.HELPS : Verdict.HARMS;
      case MORE -> better == Better.MORE ? Verdict.HELPS : Verdict.HARMS;
      case FASTER, SLOWER, CANNOT_TELL -> Verdict.UNDECIDED;
    };
  }

  /** Whether what is a lower bound alone could turn the answer round. */
  private boolean isOpen(Answer answer) {
    return (ratio.isAtLeast() && answer != Answer.MORE)
        || (ratio.isAtMost() && answer != Answer.LESS);
  }

  /** Starts of each variant that would decide it; empty where it is decided, or nobody can say. */
  OptionalInt startsNeeded(double confidence) {
    return said(confidence).needed();
  }

  /** Less or more, whatever of it is to the better. */
  private RatioVerdict said(double confidence) {
    return new RatioRule(counts, confidence, ratio.noise()).verdict(FigureKind.COST, ratio.of());
  }

  /** How likely chance alone would make so much of nothing; 1 where nobody can say. */
  double p() {
    return ratio.of().p(1, ratio.noise()).orElse(1);
  }
}
