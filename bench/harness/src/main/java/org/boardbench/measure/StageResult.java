package org.boardbench.measure;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.boardbench.plan.StageSpec;

/**
 * Everything that the driver knows of one stage once its drain has ended. Times are response times
 * of the hold's messages unless they say otherwise; in the warm-up every message is the hold's.
 *
 * @param number counts from 1; 0 for the warm-up
 * @param joined users joined at the start of the hold
 * @param connectFailures attempts to connect or join that failed, by reason
 * @param disconnects joined users that dropped during ramp, hold or drain, by reason
 * @param receivedInHold deliveries that arrived between the hold's start and end, of any phase
 * @param unserved messages scheduled for the hold that were not sent because the server had no
 *     connection for the user, or took no more bytes until the stage's end
 * @param driverSendDelay send delay of the messages that found room in their socket when they were
 *     due: what the driver alone was late
 * @param rxBytes bytes of frames received on the users' sockets during the hold; {@code txBytes}
 *     likewise sent
 * @param holdStartNs run clock; {@code holdEndNs} likewise
 * @param arrival how well the times of arrival are known
 * @param stallMaxNs the longest time during the hold for which a driver loop did one iteration, or
 *     the whole driver stood still
 * @param seconds in order, ramp through drain
 * @param intervals the interval histograms behind the log files, in order of time
 * @param users what became of the users, and what that took away
 * @param connectFailuresHere how many of the {@code connectFailures} the driver or the machine
 *     caused: the server had no part in them
 */
public record StageResult(
    int number,
    StageSpec spec,
    int joined,
    Map<String, Integer> connectFailures,
    Map<String, Integer> disconnects,
    PhaseCounts hold,
    PhaseCounts ramp,
    long receivedInHold,
    TimeSummary rtt,
    TimeSummary service,
    TimeSummary delivery,
    ReachSummary reach,
    TimeSummary sendDelay,
    long unserved,
    TimeSummary driverSendDelay,
    long rxBytes,
    long txBytes,
    long holdStartNs,
    long holdEndNs,
    ArrivalSummary arrival,
    long stallMaxNs,
    List<SecondResult> seconds,
    List<Interval> intervals,
    UserAccount users,
    int connectFailuresHere) {
  public StageResult {
    connectFailures = Map.copyOf(connectFailures);
    disconnects = Map.copyOf(disconnects);
    seconds = List.copyOf(seconds);
    intervals = List.copyOf(intervals);
  }

  /**
   * The histograms of what arrived in one second and belongs to one phase, in nanoseconds.
   *
   * @param startNs run clock
   */
  public record Interval(
      Phase phase,
      long startNs,
      long endNs,
      Histogram rtt,
      Histogram service,
      Histogram delivery) {}

  public double holdSeconds() {
    return (holdEndNs - holdStartNs) / 1e9;
  }
}
