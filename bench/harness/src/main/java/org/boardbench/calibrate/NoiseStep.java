package org.boardbench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.row.TimeFigures;
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
      repeated.add(trial, findings(bench.measure(Map.of(), load)));
    }
    return repeated.summed((figure, values) ->
        CalibrationValue.of(figure + CalibrationFigure.SPREAD, "%", Spread.pct(values)));
  }

  private static List<CalibrationValue> findings(CaseDriver.Measurement measured) {
    StageResult result = measured.result();
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
    findings.add(
        CalibrationValue.of(
            CalibrationFigure.CPU_MEAN_PCT, "%", measured.usage().server().cpuMeanPct()));
    return findings;
  }
}
