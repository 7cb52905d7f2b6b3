package org.boardbench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.boardbench.measure.StageResult.Interval;
import org.boardbench.measure.Tally.Figure;
import org.boardbench.scenario.BoardShare;

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
  private final BoardShare share;

  StageAssembler(OpenStage stage, BoardShare share, List<StageShare> shares, long endNs) {
    this.stage = stage;
    this.share = share;
    this.shares = shares;
    this.rows = new StageRows(stage.grid(), stage.startNs(), endNs);
    this.arrivals = mergeArrivals();
    this.ledger = new LedgerTotals(stage, rows);
  }

  StageResult assemble(int joined, StageObservations observed) {
    PlannedTotals planned = PlannedTotals.of(stage, share, rows, observed);
    return new StageResult(
        stage.number(),
        stage.spec(),
        stage.hold().startNs(),
        stage.hold().endNs(),
        joined,
        observed.connections(),
        List.of(messages(planned, observed.scheduledRamp())),
        traffic(),
        driver(observed),
        seconds(planned),
        intervals());
  }

  private MessageResult messages(PlannedTotals planned, long scheduledRamp) {
    PhaseTimes times = mainTimes();
    return new MessageResult(
        counts(stage.mainKind(), planned.messages()),
        counts(Phase.Kind.RAMP, scheduledRamp),
        sum(stage.mainKind(), PhaseTally.Figure.UNSERVED),
        new OwedDeliveries(
            planned.owed(), sum(Figure.OWED_UNSERVED), ledger.away(stage.mainKind())),
        planned.returned(),
        planned.complete(),
        new MessageTimes(
            times.rtt(),
            times.service(),
            times.delivery(),
            ledger.sendDelay(),
            planned.censored(times.rtt()),
            ReachTimes.sum(shares.stream().map(StageShare::reach).toList())));
  }

  private TrafficCounts traffic() {
    return new TrafficCounts(
        sum(Figure.RECEIVED_IN_HOLD),
        sum(Figure.RX_BYTES_IN_HOLD),
        sum(Figure.TX_BYTES_IN_HOLD),
        sum(Phase.Kind.RAMP, PhaseTally.Figure.CORRUPT),
        sum(stage.mainKind(), PhaseTally.Figure.CORRUPT));
  }

  private DriverTimes driver(StageObservations observed) {
    ReadTotals reads =
        shares.stream()
            .map(share -> share.reads().totals(share.tally().of(Figure.NEGATIVE_TIMES)))
            .reduce(new ReadTally().totals(ledger.negativeSendDelays()), ReadTotals::merge);
    return new DriverTimes(
        observed.sendDelay(), Math.max(observed.hiccupMaxNs(), longestTurnNs()), reads);
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

  private long longestTurnNs() {
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
              rtts(arrivals[row]),
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

  /** One phase's own histogram where it is alone in the second, as mostly. */
  private static Histogram rtts(ArrivalSecond second) {
    List<PhaseTimes> times =
        Stream.of(Phase.Kind.values()).map(second::times).filter(Objects::nonNull).toList();
    return times.size() == 1 ? times.getFirst().rtt() : TimeHistograms.sum(times, PhaseTimes::rtt);
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

  private long sum(Phase.Kind kind, PhaseTally.Figure figure) {
    return PhaseGlance.sum(tallies(kind), figure);
  }

  private long sum(Figure figure) {
    return shares.stream().mapToLong(share -> share.tally().of(figure)).sum();
  }
}
