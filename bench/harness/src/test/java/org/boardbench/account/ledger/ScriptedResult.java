package org.boardbench.account.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.MessageTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.ReachTimes;
import org.boardbench.account.record.ReadTotals;
import org.boardbench.account.result.ConnectionMoment;
import org.boardbench.account.result.ConnectionResult;
import org.boardbench.account.result.DriverTimes;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.account.result.TrafficCounts;
import org.boardbench.core.ArrivalClock;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TimeFigures;

/**
 * A result of one message class whose figures are what a test wants a reader to see; until then
 * nothing is in it.
 */
public final class ScriptedResult {
  private static final long READS = 1_000;
  private static final MessageCounts NOTHING = new MessageCounts(0, 0, 0, 0, 0, 0, 0, 0);

  public int number = 1;
  public StageSpec spec = new StageSpec(1, Duration.ZERO, Duration.ofSeconds(1));
  public long holdStartNs;
  public long holdEndNs;
  public int joined;
  public Map<String, Integer> connectFailures = Map.of();
  public int connectFailuresHere;
  public Map<String, Integer> disconnects = Map.of();
  public long reconnects;
  public ConnectionResult.Churn churn = ConnectionResult.Churn.NONE;
  public TimeFigures connect = TimeFigures.NONE;
  public TimeFigures join = TimeFigures.NONE;
  public TimeFigures snapshot = TimeFigures.NONE;
  public long snapshotBytes;
  public Optional<List<ConnectionMoment>> moments = Optional.empty();
  public MessageCounts hold = NOTHING;
  public MessageCounts ramp = NOTHING;
  public long unserved;
  public OwedDeliveries owed = OwedDeliveries.NONE;
  public long sentBytes;
  public StageRecord.Coverage coverage = new StageRecord.Coverage(0, 0, TimeFigures.NONE);
  public TimeFigures rtt = TimeFigures.NONE;
  public TimeFigures service = TimeFigures.NONE;
  public TimeFigures delivery = TimeFigures.NONE;
  public TimeFigures pointAge = TimeFigures.NONE;
  public TimeFigures sendDelay = TimeFigures.NONE;
  public StageRecord.Reach reach =
      new StageRecord.Reach(TimeFigures.NONE, TimeFigures.NONE, TimeFigures.NONE);
  public long receivedInHold;
  public long rxBytes;
  public long txBytes;
  public TimeFigures driverSendDelay = TimeFigures.NONE;
  public long stallMaxNs;
  public Optional<ArrivalClock> arrivalClock = Optional.empty();
  public TimeFigures receiveDelay = TimeFigures.NONE;
  public double framesPerRead;
  public double sharedStampPct;
  public OptionalLong clockMoveMaxNs = OptionalLong.empty();
  public double receiveBufferMaxPct;
  public OptionalLong ringShortages = OptionalLong.empty();
  public long negativeTimes;
  public List<SecondResult> seconds = List.of();
  public List<StageResult.Interval> intervals = List.of();

  public StageResult result() {
    return new StageResult(
        number,
        spec,
        holdStartNs,
        holdEndNs,
        joined,
        new ConnectionResult(
            connectFailures,
            connectFailuresHere,
            disconnects,
            reconnects,
            churn,
            times(connect),
            times(join),
            new ConnectionResult.Snapshots(times(snapshot), snapshotBytes),
            moments),
        List.of(
            new MessageResult(
                hold.withCorrupt(0),
                ramp.withCorrupt(0),
                unserved,
                owed,
                sentBytes,
                coverage.returned(),
                coverage.complete(),
                times())),
        new TrafficCounts(receivedInHold, rxBytes, txBytes, ramp.corrupt(), hold.corrupt()),
        new DriverTimes(times(driverSendDelay), stallMaxNs, reads()),
        seconds,
        intervals);
  }

  private MessageTimes times() {
    return new MessageTimes(
        times(rtt),
        times(service),
        times(delivery),
        times(pointAge),
        times(sendDelay),
        times(coverage.censored()),
        new ReachTimes(
            times(reach.first()),
            times(reach.half()),
            times(TimeFigures.NONE),
            times(TimeFigures.NONE),
            times(reach.all())));
  }

  public static SecondResult second(
      Phase phase,
      int second,
      long lengthNs,
      SecondRecord.Messages messages,
      int users,
      SecondRecord.UserChanges changes,
      TimeFigures rtt) {
    return new SecondResult(
        phase, second, lengthNs, messages, users, changes, KeptHistogram.of(times(rtt)));
  }

  private static Histogram times(TimeFigures said) {
    return new ScriptedTimes(said);
  }

  /** As many reads as lead to the shares said. */
  private ReadTotals reads() {
    long reads = arrivalClock.isPresent() ? READS : 0;
    long frames = Math.round(reads * framesPerRead);
    return new ReadTotals(
        times(receiveDelay),
        reads,
        arrivalClock.map(ScriptedResult::readsWithKernelTime).orElse(0L),
        frames,
        Math.round(frames * sharedStampPct / 100),
        clockMoveMaxNs,
        receiveBufferMaxPct,
        ringShortages,
        negativeTimes);
  }

  private static long readsWithKernelTime(ArrivalClock clock) {
    return switch (clock) {
      case KERNEL -> READS;
      case MIXED -> READS / 2;
      case DRIVER -> 0;
    };
  }
}
