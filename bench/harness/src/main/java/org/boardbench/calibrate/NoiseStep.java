package org.boardbench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Units;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.sut.process.LaunchException;

/**
 * Trials that differ in nothing, each against a fresh server: what two servers' figures differ by
 * although they are the same. A figure here has no truth; nothing of it fails a calibration.
 */
record NoiseStep(int trials, CaseLoad load) implements CalibrationStep {
  @Override
  public CalibrationPart part() {
    return CalibrationPart.NOISE;
  }

  @Override
  public String name() {
    return "a-a";
  }

  @Override
  public Duration about() {
    return CaseCosts.withServer(load.planned()).multipliedBy(trials);
  }

  @Override
  public CalibrationCase run(CaseDriver bench) throws LaunchException, InterruptedException {
    RepeatedTrials repeated = new RepeatedTrials(this, load);
    for (int trial = 1; trial <= trials; trial++) {
      bench.say("trial " + trial + " of " + trials);
      CaseDriver.Measurement measured = bench.measure(Map.of(), load);
      repeated.add(trial, findings(measured.result(), measured.usage().server()));
    }
    return repeated.summed((figure, values) ->
        CalibrationValue.of(figure + CalibrationFigure.SPREAD, "%", Spread.pct(values)));
  }

  /** What runs are compared by; a loss is mostly 0, of which nothing is so much more. */
  static List<CalibrationValue> findings(StageResult result, HoldCosts.ServerUse server) {
    List<CalibrationValue> findings = new ArrayList<>();
    TimeFigures rtt = result.rtt();
    if (rtt.isMeasured()) {
      findings.add(Milliseconds.finding(CalibrationFigure.RTT_P50, rtt.p50Ns()));
      findings.add(Milliseconds.finding(CalibrationFigure.RTT_P95, rtt.p95Ns()));
      findings.add(Milliseconds.finding(CalibrationFigure.RTT_P99, rtt.p99Ns()));
    }
    long messages = result.hold().sent() + result.receivedInHold();
    findings.add(
        CalibrationValue.of(
            CalibrationFigure.TPS, "1/s", (double) messages / result.holdSeconds()));
    findings.add(CalibrationValue.of(CalibrationFigure.CPU_MEAN_PCT, "%", server.cpuMeanPct()));
    TimeFigures delivery = result.delivery();
    if (delivery.isMeasured()) {
      findings.add(Milliseconds.finding(CalibrationFigure.DELIVERY_P99, delivery.p99Ns()));
    }
    TimeFigures reach = result.reach().all();
    if (reach.isMeasured()) {
      findings.add(Milliseconds.finding(CalibrationFigure.REACH_100_P95, reach.p95Ns()));
    }
    findings.add(
        CalibrationValue.of(CalibrationFigure.MEMORY_MAX_MIB, Units.MIB, server.memoryMaxMib()));
    findings.add(
        CalibrationValue.of(
            CalibrationFigure.CPU_US_PER_DELIVERY, Units.US, server.cpuUsPerDelivery()));
    return findings;
  }
}
