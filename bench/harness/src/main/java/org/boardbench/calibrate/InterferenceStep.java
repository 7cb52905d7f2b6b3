package org.boardbench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.Finding;
import org.boardbench.store.CalibrationCase;
import org.boardbench.target.LaunchException;

/**
 * The same load with driver and server on the same two cores and on one each, in turns: what they
 * do to each other. A figure here has no truth; nothing of it fails a calibration.
 *
 * @param pairs how often both are tried
 */
record InterferenceStep(int pairs, CaseLoad load) implements CalibrationStep {
  private static final double NS_PER_MS = 1e6;

  @Override
  public CalibrationPart part() {
    return CalibrationPart.INTERFERENCE;
  }

  @Override
  public String name() {
    return "cores";
  }

  @Override
  public Duration about() {
    return CaseCosts.withServer(load.planned()).multipliedBy(2L * pairs);
  }

  @Override
  public CalibrationCase run(CaseBench bench) throws LaunchException, InterruptedException {
    Optional<String> objection = bench.cores().objection();
    if (objection.isPresent()) {
      return new CalibrationCase(
          List.of(),
          Optional.empty(),
          Optional.of("interference is not measured: " + objection.get()));
    }
    List<CalibrationRow> rows = new ArrayList<>();
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (int pair = 1; pair <= pairs; pair++) {
      bench.say("pair " + pair + " of " + pairs);
      for (boolean apart : new boolean[] {false, true}) {
        for (Finding finding : trial(bench, apart)) {
          rows.add(load.row(this, OptionalInt.of(pair), finding));
          values
              .computeIfAbsent(finding.figure(), figure -> new ArrayList<>())
              .add(finding.measured().orElseThrow());
        }
      }
    }
    values.forEach((figure, measured) ->
        rows.add(
            load.row(
                this,
                OptionalInt.empty(),
                Finding.of(figure, "ms", OptionalDouble.of(Spread.median(measured))))));
    return CalibrationCase.of(rows);
  }

  private List<Finding> trial(CaseBench bench, boolean apart)
      throws LaunchException, InterruptedException {
    try (CoreSharing.Cores cores = bench.cores().take(apart);
        Reference reference = cores.references().start(Map.of())) {
      CaseBench.Measurement measured = bench.measure(reference, load);
      String where = apart ? "apart_" : "shared_";
      List<Finding> findings = new ArrayList<>();
      if (measured.result().rtt().isMeasured()) {
        findings.add(
            Finding.of(where + "rtt_p95", "ms", measured.result().rtt().p95Ns() / NS_PER_MS));
      }
      if (measured.result().driverSendDelay().isMeasured()) {
        findings.add(
            Finding.of(
                where + "send_delay_p99",
                "ms",
                measured.result().driverSendDelay().p99Ns() / NS_PER_MS));
      }
      return findings;
    }
  }
}
