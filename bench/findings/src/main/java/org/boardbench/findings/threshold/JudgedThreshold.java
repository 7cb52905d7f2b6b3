package org.boardbench.findings.threshold;

import org.boardbench.findings.starts.NumberWords;
import org.boardbench.findings.starts.Sample;
import org.boardbench.statistics.Estimate;

/**
 * A threshold at one load.
 *
 * @param users 0 where no stage was measured at all
 * @param sample what it was judged by
 * @param why the rule that decided, or what there was not
 */
public record JudgedThreshold(
    Threshold threshold,
    String variant,
    int users,
    Sample sample,
    Judgement judgement,
    String why) {

  public Estimate estimate() {
    return sample.estimate(threshold.figure().kind());
  }

  /** {@code zoo at 300 users}. */
  public String place() {
    return users == 0 ? variant : variant + " at " + users + " users";
  }

  /** A line for who reads the end of a run. */
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
        + estimate()
            .bounds()
            .interval()
            .map(interval ->
                " (95 % interval "
                    + NumberWords.of(interval.low())
                    + " to "
                    + NumberWords.of(interval.high())
                    + ")")
            .orElse("")
        + ", n = "
        + estimate().starts();
  }
}
