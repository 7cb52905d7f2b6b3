package org.boardbench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.calibrate.server.CoreSharing;
import org.boardbench.calibrate.server.RunningReference;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.sut.process.LaunchException;

/**
 * The same load with driver and server on the same two cores and on one each, in turns: what they
 * do to each other. A figure here has no truth; nothing of it fails a calibration.
 *
 * @param pairs how often both are tried
 */
record InterferenceStep(int pairs, CaseLoad load) implements CalibrationStep {
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
  public CalibrationCase run(CaseDriver bench) throws LaunchException, InterruptedException {
    Optional<String> objection = bench.cores().objection();
    if (objection.isPresent()) {
      return new CalibrationCase(
          List.of(),
          Optional.empty(),
          Optional.of("interference is not measured: " + objection.get()));
    }
    RepeatedTrials repeated = new RepeatedTrials(this, load);
    for (int pair = 1; pair <= pairs; pair++) {
      bench.say("pair " + pair + " of " + pairs);
      repeated.add(pair, trial(bench, false));
      repeated.add(pair, trial(bench, true));
    }
    return repeated.summed(
        (figure, values) -> CalibrationValue.of(figure, Milliseconds.UNIT, Spread.median(values)));
  }

  private List<CalibrationValue> trial(CaseDriver bench, boolean apart)
      throws LaunchException, InterruptedException {
    try (CoreSharing.Cores cores = bench.cores().take(apart);
        RunningReference reference = cores.references().start(Map.of())) {
      CaseDriver.Measurement measured = bench.measure(reference, load);
      String where = apart ? CalibrationFigure.APART : CalibrationFigure.SHARED;
      List<CalibrationValue> findings = new ArrayList<>();
      TimeFigures rtt = measured.result().rtt();
      if (rtt.isMeasured()) {
        findings.add(Milliseconds.finding(where + CalibrationFigure.RTT_P95, rtt.p95Ns()));
      }
      TimeFigures sendDelay = measured.result().driverSendDelay();
      if (sendDelay.isMeasured()) {
        findings.add(Milliseconds.finding(where + "send_delay_p99", sendDelay.p99Ns()));
      }
      return findings;
    }
  }
}
