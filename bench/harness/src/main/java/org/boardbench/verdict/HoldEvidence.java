package org.boardbench.verdict;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.ArrivalClock;
import org.boardbench.results.row.TimeFigures;

/**
 * What is known of a hold when its row is judged. Empty = not measured.
 *
 * @param driverCores that the driver may use
 * @param driverCpuPct in percent of one core
 * @param driverRunDelayPct how long the driver thread that waited longest for a core did, in
 *     percent of the hold
 * @param stealPct of all cores together
 * @param foreignPct CPU of processes that are neither driver, target nor companion, in percent of
 *     all cores together
 * @param agentsLost of several that share the load
 * @param clockErrorNs that the clocks of two of them with users of one board may differ by
 * @param profilerSamplesPerS that a profiler took of each second of the server's CPU time
 */
public record HoldEvidence(
    StageResult result,
    int driverCores,
    OptionalDouble driverCpuPct,
    OptionalDouble driverRunDelayPct,
    OptionalDouble stealPct,
    OptionalDouble foreignPct,
    int agentsLost,
    OptionalLong clockErrorNs,
    OptionalDouble profilerSamplesPerS) {
  /**
   * Users kept away by the driver or the machine. A server that refuses or drops users, or lets
   * them wait in vain, is a finding.
   */
  OptionalDouble connectFailures() {
    return OptionalDouble.of(result.connectFailuresHere());
  }

  /**
   * How full a receive buffer had become because the driver read late. What filled one at once,
   * before any driver could have read it, does not count.
   */
  OptionalDouble receiveBufferPct() {
    return result.arrivals().receiveBufferMaxPct();
  }

  /** Of its cores: near its limit a driver queues, and its queue is in the times. */
  OptionalDouble driverCpuSharePct() {
    return driverCpuPct.isPresent()
        ? OptionalDouble.of(driverCpuPct.getAsDouble() / driverCores)
        : OptionalDouble.empty();
  }

  /** By how much the wall clock, by which the kernel dates arrivals, was set during the hold. */
  OptionalDouble clockStepMs() {
    OptionalLong moveNs = result.clockMoveMaxNs();
    return moveNs.isPresent()
        ? OptionalDouble.of(moveNs.getAsLong() / Rule.NS_PER_MS)
        : OptionalDouble.empty();
  }

  /** Of the delivery time's median; where nothing was delivered nothing is wrong by it. */
  OptionalDouble clockErrorPct() {
    TimeFigures delivery = result.delivery();
    return clockErrorNs.isPresent() && delivery.isMeasured()
        ? OptionalDouble.of(100.0 * clockErrorNs.getAsLong() / delivery.p50Ns())
        : OptionalDouble.empty();
  }

  /** Whether the driver must be awake for an arrival to be dated right. */
  boolean isDatedByDriver() {
    return result.arrivalClock().filter(clock -> clock != ArrivalClock.KERNEL).isPresent();
  }
}
