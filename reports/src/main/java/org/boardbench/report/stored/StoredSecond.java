package org.boardbench.report.stored;

/**
 * A row of {@code timeline.csv}. Doubles are NaN where nothing was measured.
 *
 * @param second counts from 0 at the start of the trial's first stage
 * @param expected deliveries expected of the messages intended for this second
 * @param lost those of them that never arrived
 */
public record StoredSecond(
    String trialId,
    int stage,
    int second,
    double tpsSent,
    double tpsReceived,
    double rttMeanMs,
    double rttP95Ms,
    double rttP99Ms,
    double rttMaxMs,
    double expected,
    double lost) {
  /** Percent; NaN when nothing was expected, because then nothing can be said of loss. */
  public double lossPct() {
    return expected > 0 ? 100 * lost / expected : Double.NaN;
  }
}
