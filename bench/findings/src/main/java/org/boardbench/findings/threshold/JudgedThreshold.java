package org.boardbench.findings.threshold;

import java.util.Optional;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.findings.starts.Sample;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.Interval;

/**
 * A threshold at one load.
 *
 * @param users 0 where no stage was measured at all
 * @param sample what it was judged by
 * @param confidence of the interval, 0.95 for 95 %
 * @param why the rule that decided, or what there was not
 */
public record JudgedThreshold(
    Threshold threshold,
    String variant,
    int users,
    Sample sample,
    double confidence,
    Judgement judgement,
    String why)
    implements Judged {

  public Estimate estimate() {
    return sample.estimate(threshold.figure().kind());
  }

  /** Empty below three starts. */
  Optional<Interval> interval() {
    return estimate().bounds(confidence).interval();
  }

  JudgedThreshold with(Judgement other, String otherWhy) {
    return new JudgedThreshold(threshold, variant, users, sample, confidence, other, otherWhy);
  }

  /** {@code zoo at 300 users}. */
  public String place() {
    return users == 0 ? variant : variant + " at " + users + " users";
  }

  @Override
  public String line() {
    return "Threshold: " + words();
  }

  /** The same without saying what it is. */
  public String words() {
    return place() + ": " + threshold.words() + " " + judgement.word() + ": " + valueAndWhy();
  }

  /** {@code 61.2 ms (95 % interval 55.1 to 67.9), n = 3; by the interval}. */
  public String valueAndWhy() {
    return (estimate().mean().isPresent() ? value() + "; " : "") + why;
  }

  private String value() {
    String unit = threshold.figure().unit();
    return (sample.isAtLeast() ? "at least " : "")
        + NumberWords.of(estimate().mean().orElseThrow())
        + (unit.isEmpty() ? "" : " " + unit)
        + interval().map(known -> " " + NumberWords.of(known)).orElse("")
        + ", n = "
        + estimate().starts();
  }
}
