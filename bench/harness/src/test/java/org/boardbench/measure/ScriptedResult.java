package org.boardbench.measure;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.plan.StageSpec;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.TimeFigures;

/** Results whose summaries are what a test wants a reader to see. */
public final class ScriptedResult {
  private static final long READS = 1_000;

  private ScriptedResult() {}

  /** One message class; the arguments are what {@link StageResult} says under these names. */
  public static StageResult of(
      int number,
      StageSpec spec,
      int joined,
      Map<String, Integer> connectFailures,
      Map<String, Integer> disconnects,
      MessageCounts hold,
      MessageCounts ramp,
      long receivedInHold,
      TimeFigures rtt,
      TimeFigures service,
      TimeFigures delivery,
      ReachSummary reach,
      TimeFigures sendDelay,
      long unserved,
      TimeFigures driverSendDelay,
      long rxBytes,
      long txBytes,
      long holdStartNs,
      long holdEndNs,
      ArrivalSummary arrival,
      long stallMaxNs,
      List<SecondResult> seconds,
      List<StageResult.Interval> intervals,
      UserAccount users,
      int connectFailuresHere) {
    RoundTripCoverage coverage = users.coverage();
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
            users.reconnects(),
            times(users.connect()),
            times(users.join())),
        List.of(
            new MessageResult(
                hold.withCorrupt(0),
                ramp.withCorrupt(0),
                unserved,
                users.owed(),
                coverage.returned(),
                coverage.complete(),
                new MessageTimes(
                    times(rtt),
                    times(service),
                    times(delivery),
                    times(sendDelay),
                    times(coverage.censored()),
                    reach(reach)))),
        new TrafficCounts(receivedInHold, rxBytes, txBytes, ramp.corrupt(), hold.corrupt()),
        new DriverTimes(times(driverSendDelay), stallMaxNs, reads(arrival)),
        seconds,
        intervals);
  }

  public static SecondResult second(
      Phase phase,
      int second,
      int users,
      long sent,
      long received,
      TimeFigures rtt,
      long expected,
      long lost,
      OptionalLong owed,
      long unserved,
      long disconnects,
      long reconnects,
      long lengthNs) {
    return new SecondResult(
        phase,
        second,
        users,
        sent,
        received,
        times(rtt),
        expected,
        lost,
        owed,
        unserved,
        disconnects,
        reconnects,
        lengthNs);
  }

  private static Histogram times(TimeFigures said) {
    return new ScriptedTimes(said);
  }

  private static ReachTimes reach(ReachSummary said) {
    return new ReachTimes(
        times(said.first()),
        times(said.half()),
        times(said.p95()),
        times(said.p99()),
        times(said.all()));
  }

  /** As many reads as lead to the shares said. */
  private static ReadTotals reads(ArrivalSummary said) {
    long reads = said.clock().isPresent() ? READS : 0;
    long frames = Math.round(reads * said.framesPerRead().orElse(0));
    return new ReadTotals(
        times(said.receiveDelay()),
        reads,
        said.clock().map(ScriptedResult::readsWithKernelTime).orElse(0L),
        frames,
        Math.round(frames * said.sharedStampPct().orElse(0) / 100),
        said.clockMoveMaxNs(),
        said.receiveBufferMaxPct().orElse(0),
        said.negativeTimes());
  }

  private static long readsWithKernelTime(ArrivalClock clock) {
    return switch (clock) {
      case KERNEL -> READS;
      case MIXED -> READS / 2;
      case DRIVER -> 0;
    };
  }
}
