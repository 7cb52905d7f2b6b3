package org.boardbench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.measure.StageResult.Interval;
import org.boardbench.measure.Tally.Figure;

/**
 * Puts the loops' shares of a closed stage together. Takes the shares' histograms over: they must
 * not be used afterwards.
 */
final class StageAssembler {
  private final OpenStage stage;
  private final List<StageShare> shares;
  private final StageRows rows;
  private final ArrivalSecond[] arrivals;
  private final LedgerTotals ledger;
  private final Boards boards;

  StageAssembler(OpenStage stage, Boards boards, List<StageShare> shares, long endNs) {
    this.stage = stage;
    this.boards = boards;
    this.shares = shares;
    this.rows = new StageRows(stage.grid(), stage.startNs(), endNs);
    this.arrivals = mergeArrivals();
    this.ledger = new LedgerTotals(stage, rows);
  }

  StageResult assemble(int joined, StageObservations observed) {
    PhaseTimes times = mainTimes();
    PlannedTotals planned = PlannedTotals.of(stage, boards, rows, observed);
    return new StageResult(
        stage.number(),
        stage.spec(),
        joined,
        observed.connectFailures(),
        observed.disconnects(),
        counts(stage.mainKind(), planned.messages()),
        counts(Phase.Kind.RAMP, observed.scheduledRamp()),
        sum(Figure.RECEIVED_IN_HOLD),
        TimeSummary.of(times.rtt()),
        TimeSummary.of(times.service()),
        TimeSummary.of(times.delivery()),
        reach(),
        ledger.sendDelay(),
        PhaseSnapshot.sum(tallies(stage.mainKind()), PhaseTally.Figure.UNSERVED),
        observed.driverSendDelay(),
        sum(Figure.RX_BYTES_IN_HOLD),
        sum(Figure.TX_BYTES_IN_HOLD),
        stage.hold().startNs(),
        stage.hold().endNs(),
        ReadTally.summary(shares.stream().map(StageShare::reads).toList(), negativeTimes()),
        Math.max(observed.hiccupMaxNs(), longestIterationNs()),
        seconds(planned),
        intervals(),
        users(planned, times, observed),
        observed.connectFailuresHere());
  }

  private UserAccount users(PlannedTotals planned, PhaseTimes times, StageObservations observed) {
    OwedDeliveries owed =
        new OwedDeliveries(
            planned.owed(), sum(Figure.OWED_UNSERVED), ledger.away(stage.mainKind()));
    return new UserAccount(
        observed.reconnects(),
        observed.connect(),
        observed.join(),
        owed,
        planned.coverage(times.rtt()));
  }

  private ArrivalSecond[] mergeArrivals() {
    ArrivalSecond[] merged = new ArrivalSecond[rows.number()];
    for (int row = 0; row < merged.length; row++) {
      merged[row] = new ArrivalSecond();
    }
    for (StageShare share : shares) {
      ArrivalSeconds seconds = share.seconds();
      for (int index = 0; index < seconds.length(); index++) {
        if (seconds.get(index) != null) {
          merged[Math.min(index, merged.length - 1)].absorb(seconds.get(index));
        }
      }
    }
    return merged;
  }

  private PhaseTimes mainTimes() {
    PhaseTimes sum = PhaseTimes.upTo(0);
    for (ArrivalSecond second : arrivals) {
      PhaseTimes times = second.times(stage.mainKind());
      if (times != null) {
        sum.add(times);
      }
    }
    return sum;
  }

  private PhaseCounts counts(Phase.Kind kind, long scheduled) {
    return ledger.counts(kind, scheduled, tallies(kind));
  }

  private List<PhaseTally> tallies(Phase.Kind kind) {
    return shares.stream().map(share -> share.phase(kind)).toList();
  }

  private long negativeTimes() {
    return sum(Figure.NEGATIVE_TIMES) + ledger.negativeSendDelays();
  }

  private ReachSummary reach() {
    ReachTimes sum = new ReachTimes();
    shares.forEach(share -> sum.add(share.reach()));
    return sum.summary();
  }

  private long longestIterationNs() {
    return shares.stream().mapToLong(StageShare::stallMaxNs).max().orElse(0);
  }

  private List<SecondResult> seconds(PlannedTotals planned) {
    List<SecondResult> seconds = new ArrayList<>();
    int users = stage.membersAtStart();
    for (int row = 0; row < arrivals.length; row++) {
      users += arrivals[row].memberChange();
      seconds.add(
          new SecondResult(
              stage.phase(stage.kindAt(rows.rowStartNs(row))),
              rows.second(row),
              users,
              ledger.sentInRow(row),
              arrivals[row].received(),
              rtt(arrivals[row]),
              ledger.expectedInRow(row),
              ledger.lostInRow(row),
              owed(planned, row),
              arrivals[row].unserved(),
              arrivals[row].disconnects(),
              arrivals[row].reconnects(),
              rows.rowEndNs(row) - rows.rowStartNs(row)));
    }
    return seconds;
  }

  /** A second that the ramp shares with the hold has what the hold owes in it. */
  private OptionalLong owed(PlannedTotals planned, int row) {
    boolean isRamp = rows.rowEndNs(row) <= stage.hold().startNs();
    return isRamp ? OptionalLong.empty() : OptionalLong.of(planned.owedInRow(row));
  }

  private static TimeSummary rtt(ArrivalSecond second) {
    Histogram rtt = TimeHistograms.upTo(0);
    for (Phase.Kind kind : Phase.Kind.values()) {
      if (second.times(kind) != null) {
        rtt.add(second.times(kind).rtt());
      }
    }
    return TimeSummary.of(rtt);
  }

  private List<Interval> intervals() {
    List<Interval> intervals = new ArrayList<>();
    for (int row = 0; row < arrivals.length; row++) {
      for (Phase.Kind kind : Phase.Kind.values()) {
        PhaseTimes times = arrivals[row].times(kind);
        if (times != null) {
          intervals.add(
              new Interval(
                  stage.phase(kind),
                  rows.rowStartNs(row),
                  rows.rowEndNs(row),
                  times.rtt(),
                  times.service(),
                  times.delivery()));
        }
      }
    }
    return intervals;
  }

  private long sum(Figure figure) {
    return shares.stream().mapToLong(share -> share.tally().of(figure)).sum();
  }
}
