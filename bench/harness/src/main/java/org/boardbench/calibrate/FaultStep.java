package org.boardbench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.boardbench.account.result.StageResult;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.sut.process.LaunchException;

/** One fault, and whether the driver counts it exactly as often as the server says it made it. */
record FaultStep(InjectedFault fault, CaseLoad load) implements CalibrationStep {
  private static final String DELIVERIES = "deliveries";

  @Override
  public CalibrationPart part() {
    return CalibrationPart.TRUTH;
  }

  @Override
  public String name() {
    return fault.key();
  }

  @Override
  public Duration about() {
    return CaseCosts.withServer(
        load.planned().plus(fault.loses() ? load.drain().multipliedBy(2) : Duration.ZERO));
  }

  @Override
  public CalibrationCase run(CaseDriver bench) throws LaunchException, InterruptedException {
    CaseDriver.Measurement measured =
        bench.measure(Map.of(fault.key(), Integer.toString(fault.every())), load);
    return CalibrationCase.of(load.rows(this, findings(measured.result(), measured.counts())));
  }

  /** The server's account against the driver's. */
  List<CalibrationValue> findings(StageResult result, ServerCounts server) {
    long faults = server.done(fault.key());
    List<CalibrationValue> findings = new ArrayList<>();
    // Without any, the others would agree and mean nothing.
    findings.add(
        CalibrationValue.count(CalibrationFigure.INJECTED, "faults", faults)
            .withVerdict(faults > 0));
    Arrays.stream(DeliveryFigure.values())
        .map(figure -> delivery(figure, result, server))
        .forEach(findings::add);
    long disconnects = result.disconnects().values().stream().mapToLong(Integer::longValue).sum();
    long cuts = fault == InjectedFault.CUT ? faults : 0;
    findings.add(CalibrationValue.exact("disconnects", "connections", cuts, disconnects));
    long failures = result.connectFailures().values().stream().mapToLong(Integer::longValue).sum();
    findings.add(CalibrationValue.exact("connect_failures", "connections", 0, failures));
    return findings;
  }

  private CalibrationValue delivery(
      DeliveryFigure figure, StageResult result, ServerCounts server) {
    long measured = figure.of(result);
    if (!fault.judges(figure)) {
      return CalibrationValue.count(figure.key(), DELIVERIES, measured);
    }
    long truth =
        figure == DeliveryFigure.EXPECTED
            ? server.deliveries()
            : fault.countsIn(figure) ? server.done(fault.key()) : 0;
    return CalibrationValue.exact(figure.key(), DELIVERIES, truth, measured);
  }
}
