package org.boardbench.report.comparison;

import java.util.Optional;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Share;

/**
 * How many starts of either run are beyond a bound: what is compared of a figure that is mostly 0.
 *
 * @param bound in the figure's unit
 */
public record CountedStarts(double bound, Share base, Share run) {
  /** Of loss and other shares in percent: what a user would not notice. */
  static final double USUAL_BOUND = 0.1;

  /** Starts beyond are the exception, as where claims and kept loads are judged by most starts. */
  private static final double MOST_BEYOND = 0.5;

  /** Empty where either run has no start, or all of both are beyond: then a ratio says more. */
  static Optional<CountedStarts> of(StageFigure figure, Sample base, Sample run) {
    if (!figure.isCounted() || base.values().isEmpty() || run.values().isEmpty()) {
      return Optional.empty();
    }
    CountedStarts counted =
        new CountedStarts(USUAL_BOUND, beyond(base, USUAL_BOUND), beyond(run, USUAL_BOUND));
    boolean isAll =
        counted.base.count() == counted.base.of() && counted.run.count() == counted.run.of();
    return isAll ? Optional.empty() : Optional.of(counted);
  }

  private static Share beyond(Sample sample, double bound) {
    long count = sample.numbers().filter(value -> value > bound).count();
    return new Share((int) count, sample.values().size());
  }

  double p() {
    return base.p(run);
  }

  /**
   * Of these starts alone. That none was beyond is no difference only where so many starts say it
   * that in either run, as sure as that, half of all starts at most are.
   */
  Answer answer(double confidence) {
    if (isNone()) {
      boolean isEnough =
          base.atMost(confidence) <= MOST_BEYOND && run.atMost(confidence) <= MOST_BEYOND;
      return isEnough ? Answer.NO_DIFFERENCE : Answer.CANNOT_TELL;
    }
    if (p() <= 1 - confidence) {
      return run.estimate() > base.estimate() ? Answer.MORE : Answer.LESS;
    }
    return Answer.CANNOT_TELL;
  }

  private boolean isNone() {
    return base.count() + run.count() == 0;
  }

  String words(Answer answer, String unit, double confidence) {
    String beyond = "beyond " + NumberWords.of(bound) + (unit.isEmpty() ? "" : " " + unit);
    if (!isNone()) {
      return answer.word() + ": starts " + beyond + ": " + of(base) + " → " + of(run);
    }
    String none = "no start " + beyond;
    return answer == Answer.NO_DIFFERENCE ? none : answer.word() + ": " + none + open(confidence);
  }

  /** What the run that has fewer starts leaves open. */
  private String open(double confidence) {
    Share fewer = base.of() < run.of() ? base : run;
    return " of "
        + fewer.of()
        + ", so up to "
        + NumberWords.of(100 * fewer.atMost(confidence))
        + " % of all starts may be ("
        + Interval.words(confidence)
        + " sure); needs n = "
        + Share.neededOfNone(MOST_BEYOND, confidence).orElseThrow();
  }

  private static String of(Share share) {
    return share.count() + " of " + share.of();
  }
}
