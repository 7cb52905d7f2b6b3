package org.boardbench.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.account.ledger.ScriptedResult;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.account.result.StageResult.Interval;
import org.boardbench.core.ArrivalClock;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Code;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.TimeFigures;

/** A hold of 20 s in which all is well, until a test changes what it is about. */
final class HoldScene {
  static final long SECOND_NS = 1_000_000_000;
  private static final long START_NS = 7_400_000_000L;
  private static final int SECONDS = 20;

  long scheduled = 2_000;
  long sent = 2_000;
  long unserved;
  long expected = 20_000;
  long receivedInHold = 20_000;
  double rttP50Ms = 2;
  double sendDelayP99Ms = 0.1;
  double sendDelayMaxMs = 1;
  double stallMs = 3;
  ArrivalClock arrivalClock = ArrivalClock.KERNEL;
  Map<String, Integer> connectFailures = Map.of();
  int connectFailuresHere;
  int driverCores = 2;
  OptionalDouble driverCpuPct = OptionalDouble.of(60);
  OptionalDouble runDelayPct = OptionalDouble.of(1);
  OptionalDouble stealPct = OptionalDouble.of(0);
  OptionalDouble foreignPct = OptionalDouble.of(1);
  int agentsLost;
  OptionalLong clockErrorNs = OptionalLong.empty();
  double deliveryP50Ms = 1;
  OptionalDouble profilerSamplesPerS = OptionalDouble.empty();
  OptionalLong clockStepNs = OptionalLong.empty();
  OptionalDouble receiveBufferMaxPct = OptionalDouble.of(0);

  /** Median RTT of each second. */
  double[] medianMs = new double[SECONDS];

  HoldScene() {
    for (int second = 0; second < SECONDS; second++) {
      medianMs[second] = 2 + 0.1 * (second % 3);
    }
  }

  /** The codes of the reasons why the row is invalid. */
  List<Code> codes() {
    return verdict().reasons().stream().map(Reason::code).toList();
  }

  Verdict verdict() {
    return Verdict.of(evidence(), ValiditySpec.usual());
  }

  HoldEvidence evidence() {
    return new HoldEvidence(
        result(),
        driverCores,
        driverCpuPct,
        runDelayPct,
        stealPct,
        foreignPct,
        agentsLost,
        clockErrorNs,
        profilerSamplesPerS);
  }

  private StageResult result() {
    ScriptedResult stage = new ScriptedResult();
    stage.spec = new StageSpec(100, Duration.ZERO, Duration.ofSeconds(SECONDS));
    stage.holdStartNs = START_NS;
    stage.holdEndNs = START_NS + medianMs.length * SECOND_NS;
    stage.joined = 100;
    stage.connectFailures = connectFailures;
    stage.connectFailuresHere = connectFailuresHere;
    stage.hold = new MessageCounts(scheduled, sent, expected, expected, 0, 0, 0, 0);
    stage.unserved = unserved;
    stage.receivedInHold = receivedInHold;
    stage.rtt = new TimeFigures(sent, 0, ns(rttP50Ms), 0, 0, 0, 0);
    stage.delivery = new TimeFigures(expected, 0, ns(deliveryP50Ms), 0, 0, 0, 0);
    stage.driverSendDelay =
        new TimeFigures(sent, 0, 0, 0, ns(sendDelayP99Ms), 0, ns(sendDelayMaxMs));
    stage.stallMaxNs = ns(stallMs);
    stage.arrivalClock = Optional.of(arrivalClock);
    stage.clockMoveMaxNs = clockStepNs;
    stage.receiveBufferMaxPct = receiveBufferMaxPct.orElse(0);
    stage.intervals = intervals();
    return stage.result();
  }

  /** A second that the ramp shares comes first, one that the drain shares last. */
  private List<Interval> intervals() {
    List<Interval> intervals = new ArrayList<>();
    intervals.add(interval(START_NS - 400_000_000, SECOND_NS, 900));
    for (int second = 0; second < medianMs.length - 1; second++) {
      intervals.add(
          interval(START_NS + 600_000_000 + second * SECOND_NS, SECOND_NS, medianMs[second]));
    }
    long lastNs = START_NS + 600_000_000 + (medianMs.length - 1) * SECOND_NS;
    intervals.add(interval(lastNs, SECOND_NS, 900));
    return intervals;
  }

  private static Interval interval(long startNs, long lengthNs, double medianMs) {
    Histogram rtt = new Histogram(3);
    rtt.recordValue(ns(medianMs));
    KeptHistogram kept = KeptHistogram.of(rtt);
    return new Interval(
        new Phase(Phase.Kind.HOLD, 1),
        startNs,
        startNs + lengthNs,
        new KeptTimes(kept, kept, kept));
  }

  private static long ns(double ms) {
    return (long) (ms * 1e6);
  }
}
