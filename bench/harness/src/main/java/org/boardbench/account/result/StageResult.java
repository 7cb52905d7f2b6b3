package org.boardbench.account.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.record.PathTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.core.ArrivalClock;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TimeFigures;

/**
 * Everything that a driver knows of one stage once its drain has ended: counts, sums and
 * histograms, so that what several drivers know of their boards can be {@linkplain #merge merged}.
 * Percentiles are taken where they are asked for. In the warm-up every message is the hold's.
 *
 * <p>Nobody may record into its histograms.
 *
 * @param number counts from 1; 0 for the warm-up
 * @param holdStartNs run clock; {@code holdEndNs} likewise
 * @param joined users joined at the start of the hold
 * @param connections of ramp, hold and drain
 * @param classes by number of the message class; one at least
 * @param seconds in order, ramp through drain
 * @param intervals the interval histograms behind the log files, in order of time
 * @param paths of nothing where users have no replicas of their own
 */
public record StageResult(
    int number,
    StageSpec spec,
    long holdStartNs,
    long holdEndNs,
    int joined,
    ConnectionResult connections,
    List<MessageResult> classes,
    TrafficCounts traffic,
    DriverTimes driver,
    List<SecondResult> seconds,
    List<Interval> intervals,
    PathTimes paths) {
  public StageResult {
    classes = List.copyOf(classes);
    seconds = List.copyOf(seconds);
    intervals = List.copyOf(intervals);
  }

  /** Of a server whose users have no replicas of their own. */
  public StageResult(
      int number,
      StageSpec spec,
      long holdStartNs,
      long holdEndNs,
      int joined,
      ConnectionResult connections,
      List<MessageResult> classes,
      TrafficCounts traffic,
      DriverTimes driver,
      List<SecondResult> seconds,
      List<Interval> intervals) {
    this(
        number,
        spec,
        holdStartNs,
        holdEndNs,
        joined,
        connections,
        classes,
        traffic,
        driver,
        seconds,
        intervals,
        PathTimes.empty());
  }

  /**
   * The times of what arrived in one second and belongs to one phase.
   *
   * @param startNs run clock
   */
  public record Interval(Phase phase, long startNs, long endNs, KeptTimes times) {}

  /**
   * What two drivers that had different boards know together: exactly what one driver of all those
   * boards would.
   *
   * @throws IllegalArgumentException when the other one is not of the same stage
   */
  public StageResult merge(StageResult other) {
    return ResultMerge.of(this, other);
  }

  /** All classes together. */
  public MessageResult messages() {
    return classes.stream().reduce(MessageResult::merge).orElseThrow();
  }

  public MessageCounts hold() {
    return sum(MessageResult::hold).withCorrupt(traffic.corruptInHold());
  }

  public MessageCounts ramp() {
    return sum(MessageResult::ramp).withCorrupt(traffic.corruptInRamp());
  }

  private MessageCounts sum(Function<MessageResult, MessageCounts> counts) {
    return classes.stream().map(counts).reduce(MessageCounts::plus).orElseThrow();
  }

  /** As in {@link MessageResult}. */
  public long unserved() {
    return classes.stream().mapToLong(MessageResult::unserved).sum();
  }

  /** What the hold's schedule would have had delivered. */
  public OwedDeliveries owed() {
    return classes.stream().map(MessageResult::owed).reduce(OwedDeliveries::plus).orElseThrow();
  }

  /** Of how many of the hold's scheduled messages its times speak. */
  public StageRecord.Coverage coverage() {
    return messages().coverage();
  }

  public TimeFigures rtt() {
    return TimeHistograms.figures(messages().times().rtt());
  }

  public TimeFigures service() {
    return TimeHistograms.figures(messages().times().service());
  }

  public TimeFigures delivery() {
    return TimeHistograms.figures(messages().times().delivery());
  }

  public TimeFigures sendDelay() {
    return TimeHistograms.figures(messages().times().sendDelay());
  }

  public StageRecord.Reach reach() {
    return messages().times().reach().figures();
  }

  /** Send delay of the messages that found room in their socket when they were due. */
  public TimeFigures driverSendDelay() {
    return TimeHistograms.figures(driver.sendDelay());
  }

  /** As in {@link DriverTimes}. */
  public long stallMaxNs() {
    return driver.stallMaxNs();
  }

  /** How well the times of arrival are known. */
  public StageRecord.Arrivals arrivals() {
    return driver.reads().figures();
  }

  /** Which clock dated them; empty when nothing was read. */
  public Optional<ArrivalClock> arrivalClock() {
    return driver.reads().clock();
  }

  /**
   * The most that the kernel's clock moved against the run clock from one second to the next; empty
   * when nobody compared them.
   */
  public OptionalLong clockMoveMaxNs() {
    return driver.reads().clockMoveMaxNs();
  }

  /** Attempts to connect or join that failed, by reason. */
  public Map<String, Integer> connectFailures() {
    return connections.failures();
  }

  /** How many of them the driver or the machine caused: the server had no part in them. */
  public int connectFailuresHere() {
    return connections.failuresHere();
  }

  /** Joined users that dropped, by reason. */
  public Map<String, Integer> disconnects() {
    return connections.disconnects();
  }

  /** Times that a user who had been disconnected joined again. */
  public long reconnects() {
    return connections.reconnects();
  }

  /** Users who left and came on purpose. */
  public ConnectionResult.Churn churn() {
    return connections.churn();
  }

  /** From a connection's first packet until the opening handshake was done. */
  public TimeFigures connect() {
    return TimeHistograms.figures(connections.connect());
  }

  /** Likewise until the user had joined. */
  public TimeFigures join() {
    return TimeHistograms.figures(connections.join());
  }

  /** What newcomers got of their board's history. */
  public ConnectionResult.Snapshots snapshots() {
    return connections.snapshots();
  }

  /** Deliveries that arrived between the hold's start and end, of any phase. */
  public long receivedInHold() {
    return traffic.received();
  }

  /** Bytes of frames received on the users' sockets during the hold. */
  public long rxBytes() {
    return traffic.rxBytes();
  }

  /** Bytes of frames sent on them. */
  public long txBytes() {
    return traffic.txBytes();
  }

  public double holdSeconds() {
    return (holdEndNs - holdStartNs) / 1e9;
  }
}
