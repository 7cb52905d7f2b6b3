package org.boardbench.report.stored;

/**
 * A row of {@code timeline.csv}. Doubles are NaN where nothing was measured.
 *
 * @param second counts from 0 at the start of the trial's first stage
 * @param expected deliveries expected of the messages intended for this second
 * @param lost those of them that never arrived
 * @param owed deliveries that the plan owed for this second, had every user stayed
 * @param unserved messages of this second that were not sent because the server had no connection
 *     for their users
 * @param disconnects joined users that were dropped in this second
 * @param reconnects users that joined again in this second
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
    double lost,
    double owed,
    double unserved,
    double disconnects,
    double reconnects) {
  /** Percent; NaN when nothing was expected, because then nothing can be said of loss. */
  public double lossPct() {
    return expected > 0 ? 100 * lost / expected : Double.NaN;
  }

  /** Of what was owed; NaN when nothing was, or when it was not measured. */
  public double owedLossPct() {
    return owed > 0 ? 100 * (owed - (expected - lost)) / owed : Double.NaN;
  }

  /** For a second that {@code owed} does not cover as a whole, as {@code expected} does. */
  public StoredSecond withoutOwed() {
    return new StoredSecond(
        trialId,
        stage,
        second,
        tpsSent,
        tpsReceived,
        rttMeanMs,
        rttP95Ms,
        rttP99Ms,
        rttMaxMs,
        expected,
        lost,
        Double.NaN,
        unserved,
        disconnects,
        reconnects);
  }
}
