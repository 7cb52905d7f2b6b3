package org.boardbench.results.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.results.reason.Reason;

/**
 * One row of {@code stages.csv}: a stage of a trial. Counts and times are of the hold, but for
 * {@code ramp}.
 *
 * @param reasons why the row is invalid; none when it is valid
 */
public record StageRecord(
    TrialKey trial,
    Load load,
    Users users,
    MessageCounts hold,
    MessageCounts ramp,
    Owed owed,
    Traffic traffic,
    Times times,
    Arrivals arrivals,
    HoldCosts costs,
    List<Reason> reasons) {
  public StageRecord {
    reasons = List.copyOf(reasons);
  }

  /** {@code count} each second of the hold; empty for one without length. */
  public OptionalDouble perSecond(long count) {
    return load.holdS == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count / load.holdS);
  }

  /**
   * What was asked of the server.
   *
   * @param stage counts from 1
   * @param ratePerUser messages a second, in the mean over the users
   * @param payloadBytes of a message, in the mean
   * @param holdS how long the hold was
   */
  public record Load(
      int stage, int users, int boards, double ratePerUser, int payloadBytes, double holdS) {}

  /**
   * What became of the users.
   *
   * @param joined at the start of the hold
   * @param connectFailures attempts to connect or join that failed, by cause
   * @param disconnects joined users that dropped, by cause
   * @param reconnects times that a user who had dropped joined again
   * @param churnLeft users who left on purpose in the hold; {@code churnJoined} those who came
   *     again
   * @param snapshot from a connection's first packet until the board's history had come
   * @param snapshotBytes of all histories that came
   */
  public record Users(
      int joined,
      Map<String, Integer> connectFailures,
      Map<String, Integer> disconnects,
      long reconnects,
      long churnLeft,
      long churnJoined,
      TimeFigures connect,
      TimeFigures join,
      TimeFigures snapshot,
      long snapshotBytes) {}

  /**
   * What the schedule would have had, had every user stayed.
   *
   * @param unserved messages that were not sent because the server had no connection for the user,
   *     or took no more bytes
   * @param deliveries Σ over all scheduled messages of the planned members of the board
   */
  public record Owed(long unserved, long deliveries) {}

  /**
   * What crossed the users' sockets during the hold.
   *
   * @param received deliveries that arrived in it, of any phase
   * @param rxBytes received by the users; {@code txBytes} likewise sent
   */
  public record Traffic(long received, long rxBytes, long txBytes) {}

  /**
   * Times of the hold's messages.
   *
   * @param coverage of how many of the scheduled messages they speak
   * @param rttP95 between what the 95th percentile of the RTT is, as far as the messages tell
   * @param rttP99 the same of the 99th
   * @param paths what of the deliveries' times lies between replicas
   * @param driverStallMaxNs the longest stall of the driver
   */
  public record Times(
      TimeFigures rtt,
      TimeFigures service,
      TimeFigures delivery,
      Reach reach,
      TimeFigures sendDelay,
      Coverage coverage,
      Optional<Between> rttP95,
      Optional<Between> rttP99,
      Paths paths,
      long driverStallMaxNs) {}

  /**
   * Delivery times of all classes, where each user has a replica of its own; else of nothing.
   *
   * @param same where sender and receiver are at one replica
   * @param crossing where they are at two
   */
  public record Paths(TimeFigures same, TimeFigures crossing) {}

  /** An interval of a time. */
  public record Between(long lowNs, long highNs) {}

  /** Time until the first, half, and all of a message's receivers had it. */
  public record Reach(TimeFigures first, TimeFigures half, TimeFigures all) {}

  /**
   * Of how many scheduled messages the times speak.
   *
   * @param returned messages that their sender got back
   * @param complete messages that every expected receiver got
   * @param censored RTT over all scheduled messages, those that never came back with the time until
   *     the drain's deadline
   */
  public record Coverage(long returned, long complete, TimeFigures censored) {}

  /**
   * How well the times of arrival are known.
   *
   * @param clock {@code kernel}, {@code driver} or {@code mixed}; empty when nothing arrived
   * @param receiveDelay from the kernel's time of arrival to the driver's read, over frames; only
   *     where the kernel tells
   * @param framesPerRead empty when there was no read
   * @param sharedStampPct frames of all whose time of arrival is that of a later frame in the same
   *     read, and so an upper bound; empty when there was no frame
   * @param receiveBufferMaxPct how full a socket's receive buffer had become at most by the time
   *     the driver read it late; 0 when no read was late, empty where the kernel does not tell
   * @param negativeTimes deliveries, sends and reads with a time that came out below zero, because
   *     clocks disagree, and was taken as 0
   */
  public record Arrivals(
      Optional<String> clock,
      TimeFigures receiveDelay,
      OptionalDouble framesPerRead,
      OptionalDouble sharedStampPct,
      OptionalDouble receiveBufferMaxPct,
      long negativeTimes) {}
}
