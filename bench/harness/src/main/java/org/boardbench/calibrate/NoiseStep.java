package org.boardbench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.boardbench.measure.StageResult;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.Finding;
import org.boardbench.store.CalibrationCase;
import org.boardbench.target.LaunchException;

/**
 * Trials that differ in nothing, each against a fresh server: what two servers' figures differ by
 * although they are the same. A figure here has no truth; nothing of it fails a calibration.
 */
record NoiseStep(int trials, CaseLoad load) implements CalibrationStep {
  private static final double NS_PER_MS = 1e6;

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
  public CalibrationCase run(CaseBench bench) throws LaunchException, InterruptedException {
    List<CalibrationRow> rows = new ArrayList<>();
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (int trial = 1; trial <= trials; trial++) {
      bench.say("trial " + trial + " of " + trials);
      for (Finding finding : findings(bench.measure(Map.of(), load))) {
        rows.add(load.row(this, OptionalInt.of(trial), finding));
        finding
            .measured()
            .ifPresent(value ->
                values.computeIfAbsent(finding.figure(), key -> new ArrayList<>()).add(value));
      }
    }
    values.forEach((figure, measured) ->
        rows.add(
            load.row(
                this,
                OptionalInt.empty(),
                Finding.of(figure + "_spread", "%", Spread.pct(measured)))));
    return CalibrationCase.of(rows);
  }

  private static List<Finding> findings(CaseBench.Measurement measured) {
    StageResult result = measured.result();
    List<Finding> findings = new ArrayList<>();
    if (result.rtt().isMeasured()) {
      findings.add(Finding.of("rtt_p50", "ms", result.rtt().p50Ns() / NS_PER_MS));
      findings.add(Finding.of("rtt_p95", "ms", result.rtt().p95Ns() / NS_PER_MS));
      findings.add(Finding.of("rtt_p99", "ms", result.rtt().p99Ns() / NS_PER_MS));
    }
    long messages = result.hold().sent() + result.receivedInHold();
    findings.add(Finding.of("tps", "1/s", (double) messages / result.holdSeconds()));
    findings.add(Finding.of("cpu_mean_pct", "%", measured.usage().cpuMeanPct()));
    return findings;
  }
}
