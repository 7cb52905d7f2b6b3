package org.boardbench.plan;

import java.time.Duration;

/**
 * The bounds beyond which a stage's figures may be the driver's or the machine's and not the
 * server's. Percentages are 0 to 100.
 *
 * @param sentPct least share of the scheduled messages that must have been sent
 * @param sendDelay most at the 99th percentile; together with the next one, whichever is more
 * @param sendDelaySharePct the same in percent of the RTT's median
 * @param driverCpuPct most of the driver's cores
 * @param stall longest time that the driver may have stood still
 * @param runDelayPct most of the hold that any driver thread may have waited for a core
 * @param stealPct most that the hypervisor may have given to others
 * @param driftPct most that a trend over the hold's seconds may have changed the RTT's median
 * @param samples fewest messages that must lie beyond {@code percentile}
 * @param percentile the highest one that a valid row vouches for
 * @param connectFailures most users who may have failed to join for want of something that the
 *     driver or the machine should have had; what a server refuses is a finding
 * @param clockStep largest step of the wall clock against the monotonic one
 * @param backpressurePct fullest that a receive buffer may have become because the driver read late
 * @param foreignLoadPct most of all the machine's cores together that other processes may have used
 */
public record ValiditySpec(
    double sentPct,
    Duration sendDelay,
    double sendDelaySharePct,
    double driverCpuPct,
    Duration stall,
    double runDelayPct,
    double stealPct,
    double driftPct,
    int samples,
    double percentile,
    int connectFailures,
    Duration clockStep,
    double backpressurePct,
    double foreignLoadPct) {
  /** The bounds that hold where an experiment gives none. */
  public static ValiditySpec usual() {
    return Defaults.VALIDITY;
  }
}
