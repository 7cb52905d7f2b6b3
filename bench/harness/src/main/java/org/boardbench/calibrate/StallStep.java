package org.boardbench.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.account.result.StageResult;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.input.Durations;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.sut.process.LaunchException;

/**
 * The server stalls once, and the response times must show the queue that this makes.
 *
 * @param after the first join; the stall must lie in the hold
 * @param load each user alone on a board
 */
record StallStep(Duration after, Duration stall, CaseLoad load) implements CalibrationStep {
  /** What a busy machine adds is far less than what an omission would take away. */
  static final double BOUND_SHARE = 0.1;

  private static final double P95 = 95;

  @Override
  public CalibrationPart part() {
    return CalibrationPart.TRUTH;
  }

  @Override
  public String name() {
    return "stall-" + stall.toMillis() + "ms";
  }

  @Override
  public Duration about() {
    return CaseCosts.withServer(load.planned());
  }

  @Override
  public CalibrationCase run(CaseDriver bench) throws LaunchException, InterruptedException {
    CaseDriver.Measurement measured =
        bench.measure(
            Map.of(
                "stall",
                "@" + Durations.format(after),
                "stall-for",
                Durations.format(stall),
                "poll",
                "spin"),
            load);
    return new CalibrationCase(
        load.rows(this, findings(measured.result(), measured.counts())),
        Optional.empty(),
        Disturbance.of(measured.usage()));
  }

  List<CalibrationValue> findings(StageResult result, ServerCounts server) {
    StallQueue queue = new StallQueue(result.hold().scheduled(), load.messagesPerSecond(), stall);
    TimeFigures rtt = result.rtt();
    return List.of(
        CalibrationValue.exact("stalls", "faults", 1, server.done("stall")),
        CalibrationValue.exact("lost", "deliveries", 0, DeliveryFigure.LOST.of(result)),
        judged(CalibrationFigure.RTT_P95, queue.percentileMs(P95), rtt.inMs(TimeFigures::p95Ns)),
        judged(CalibrationFigure.RTT_MAX, queue.maxMs(), rtt.inMs(TimeFigures::maxNs)));
  }

  private static CalibrationValue judged(String figure, double truthMs, OptionalDouble measuredMs) {
    return CalibrationValue.judged(
        figure, Milliseconds.UNIT, truthMs, measuredMs, BOUND_SHARE * truthMs);
  }
}
