package org.boardbench.report.comparison;

import java.util.Optional;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.Refusal;
import org.boardbench.statistics.Share;

/**
 * How many starts of either run are beyond a bound: what is compared of a figure that is mostly 0.
 *
 * @param bound in the figure's unit
 */
public record CountedStarts(double bound, Share base, Share run) {
  /** Of loss and other shares in percent: what a user would not notice. */
  static final double USUAL_BOUND = 0.1;

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

  /** Of these starts alone. */
  Answer answer(double alpha) {
    boolean isEnough = Math.min(base.of(), run.of()) >= Refusal.LEAST_STARTS;
    if (base.count() + run.count() == 0 && isEnough) {
      return Answer.NO_DIFFERENCE;
    }
    if (p() <= alpha) {
      return run.estimate() > base.estimate() ? Answer.MORE : Answer.LESS;
    }
    return Answer.CANNOT_TELL;
  }

  String words(Answer answer, String unit) {
    String starts =
        "starts beyond "
            + NumberWords.of(bound)
            + (unit.isEmpty() ? "" : " " + unit)
            + ": "
            + of(base)
            + " → "
            + of(run);
    return answer == Answer.NO_DIFFERENCE
        ? "no start beyond " + NumberWords.of(bound) + (unit.isEmpty() ? "" : " " + unit)
        : answer.word() + ": " + starts;
  }

  private static String of(Share share) {
    return share.count() + " of " + share.of();
  }
}
