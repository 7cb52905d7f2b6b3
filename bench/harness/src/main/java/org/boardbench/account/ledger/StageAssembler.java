package org.boardbench.account.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.account.record.ArrivalSecond;
import org.boardbench.account.record.ArrivalSeconds;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.record.MessageTimes;
import org.boardbench.account.record.PathTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.PhaseTally;
import org.boardbench.account.record.PhaseTimes;
import org.boardbench.account.record.ReachTimes;
import org.boardbench.account.record.ReadTally;
import org.boardbench.account.record.ReadTotals;
import org.boardbench.account.record.Tally.Figure;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.DriverTimes;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.account.result.StageResult.Interval;
import org.boardbench.account.result.TrafficCounts;
import org.boardbench.results.row.SecondRecord;

/**
 * Puts the loops' shares of a closed stage together. Takes the shares' histograms over: they must
 * not be used afterwards.
 */
final class StageAssembler {
  private final OpenStage stage;
  private final List<StageShare> shares;
  private final StageSeconds rows;
  private final ArrivalSecond[] arrivals;
  private final LedgerTotals ledger;
  private final TrialState trial;

  StageAssembler(OpenStage stage, TrialState trial, List<StageShare> shares, long endNs) {
    this.stage = stage;
    this.trial = trial;
    this.shares = shares;
    this.rows = stage.rows(endNs);
    this.arrivals = mergeArrivals();
    this.ledger = new LedgerTotals(stage, rows, number -> true);
  }

  StageResult assemble(int joined, StageObservations observed) {
    PlannedTotals planned = planned(number -> true, observed);
    return new StageResult(
        stage.number(),
        stage.spec(),
        stage.hold().startNs(),
        stage.hold().endNs(),
        joined,
        observed.connections(),
        classes(planned, observed),
        traffic(),
        driver(observed),
        seconds(planned),
        intervals(),
        paths());
  }

  private PathTimes paths() {
    PathTimes sum = PathTimes.empty();
    shares.forEach(share -> sum.add(share.paths()));
    return sum;
  }

  private PlannedTotals planned(IntPredicate classes, StageObservations observed) {
    return PlannedTotals.of(stage, trial.share(), rows, classes, observed);
  }

  private List<MessageResult> classes(PlannedTotals planned, StageObservations observed) {
    if (trial.messageClasses() == 1) {
      List<MessageShare> all = shares.stream().map(StageShare::messages).toList();
      return List.of(messages(all, mainTimes(), ledger, planned, observed.scheduledRamp(0)));
    }
    return IntStream.range(0, trial.messageClasses())
        .mapToObj(number -> ofClass(number, observed))
        .toList();
  }

  private MessageResult ofClass(int number, StageObservations observed) {
    PhaseTimes times = PhaseTimes.upTo(0);
    shares.forEach(share -> times.add(share.ofClass(number).times()));
    return messages(
        shares.stream().map(share -> share.ofClass(number).messages()).toList(),
        times,
        new LedgerTotals(stage, rows, other -> other == number),
        planned(other -> other == number, observed),
        observed.scheduledRamp(number));
  }

  private MessageResult messages(
      List<MessageShare> loops,
      PhaseTimes times,
      LedgerTotals sent,
      PlannedTotals planned,
      long scheduledRamp) {
    List<PhaseTally> main = tallies(loops, stage.mainKind());
    long owedUnserved = PhaseSnapshot.sum(main, PhaseTally.Figure.OWED_UNSERVED);
    return new MessageResult(
        sent.counts(stage.mainKind(), planned.messages(), main),
        sent.counts(Phase.Kind.RAMP, scheduledRamp, tallies(loops, Phase.Kind.RAMP)),
        PhaseSnapshot.sum(main, PhaseTally.Figure.UNSERVED),
        new OwedDeliveries(planned.owed(owedUnserved), owedUnserved, sent.away(stage.mainKind())),
        planned.sentBytes(),
        planned.returned(),
        planned.complete(),
        new MessageTimes(
            times.rtt(),
            times.service(),
            times.delivery(),
            TimeHistograms.sum(loops, MessageShare::pointAge),
            sent.sendDelay(),
            planned.censored(times.rtt()),
            ReachTimes.sum(loops.stream().map(MessageShare::reach).toList())));
  }

  private static List<PhaseTally> tallies(List<MessageShare> loops, Phase.Kind kind) {
    return loops.stream().map(loop -> loop.phase(kind)).toList();
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
        observed.sendDelay(), Math.max(observed.hiccupMaxNs(), longestIterationNs()), reads);
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
    shares.forEach(share -> share.seconds().addTo(sum, stage.mainKind()));
    return sum;
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
              rows.rowEndNs(row) - rows.rowStartNs(row),
              messagesIn(row, planned),
              users,
              arrivals[row].userChanges(),
              rtts(arrivals[row])));
    }
    return seconds;
  }

  private SecondRecord.Messages messagesIn(int row, PlannedTotals planned) {
    return new SecondRecord.Messages(
        ledger.sentInRow(row),
        arrivals[row].received(),
        ledger.expectedInRow(row),
        ledger.lostInRow(row),
        owed(planned, row),
        arrivals[row].unserved());
  }

  /** A second that the ramp shares with the hold has what the hold owes in it. */
  private OptionalLong owed(PlannedTotals planned, int row) {
    boolean isRamp = rows.rowEndNs(row) <= stage.hold().startNs();
    return isRamp
        ? OptionalLong.empty()
        : OptionalLong.of(planned.owedInRow(row, arrivals[row].owedUnserved()));
  }

  /** Of all phases. */
  private static KeptHistogram rtts(ArrivalSecond second) {
    return Stream.of(Phase.Kind.values())
        .map(second::kept)
        .flatMap(Optional::stream)
        .map(KeptTimes::rtt)
        .reduce(KeptHistogram.NONE, KeptHistogram::plus);
  }

  private List<Interval> intervals() {
    List<Interval> intervals = new ArrayList<>();
    for (int row = 0; row < arrivals.length; row++) {
      for (Phase.Kind kind : Phase.Kind.values()) {
        int second = row;
        arrivals[row]
            .kept(kind)
            .ifPresent(times -> intervals.add(interval(stage.phase(kind), second, times)));
      }
    }
    return intervals;
  }

  private Interval interval(Phase phase, int row, KeptTimes times) {
    return new Interval(phase, rows.rowStartNs(row), rows.rowEndNs(row), times);
  }

  private long sum(Phase.Kind kind, PhaseTally.Figure figure) {
    return shares.stream().mapToLong(share -> share.phase(kind).of(figure)).sum();
  }

  private long sum(Figure figure) {
    return shares.stream().mapToLong(share -> share.tally().of(figure)).sum();
  }
}
