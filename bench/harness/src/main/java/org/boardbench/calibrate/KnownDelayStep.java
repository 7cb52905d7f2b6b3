package org.boardbench.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.StageResult;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.sut.process.LaunchException;

/**
 * Every delivery is kept by the server for a known time, and every user is alone on a board, so
 * that each delivery is an RTT. What the RTT has more than the server's own record is what kernel
 * and driver add: the error.
 *
 * <p>An idle machine is to keep 50 µs at the median and 0.5 ms at the 99th percentile. The bounds
 * here are wider, since a process that waits for a core while others work is late by their time
 * slices, a few ms each, and that is no fault of the driver: the median is the first to show a
 * fault and the last to show a slice.
 */
record KnownDelayStep(Duration delay, CaseLoad load) implements CalibrationStep {
  static final double P50_BOUND_MS = 1;
  static final double P99_BOUND_MS = 25;

  /** Of the driver's histograms, and what a value may be off by for it. */
  private static final int DIGITS = 3;

  static final double RESOLUTION = 0.001;

  @Override
  public CalibrationPart part() {
    return CalibrationPart.TRUTH;
  }

  @Override
  public String name() {
    return "delay-" + delay.toMillis() + "ms";
  }

  @Override
  public Duration about() {
    // What is under way at the end of each hold is waited for.
    return CaseCosts.withServer(load.planned().plus(delay.multipliedBy(2)));
  }

  @Override
  public CalibrationCase run(CaseDriver bench) throws LaunchException, InterruptedException {
    CaseDriver.Measurement measured =
        bench.measure(
            Map.of("delay", "1", "delay-by", delay.toMillis() + "ms", "poll", "spin"), load);
    return new CalibrationCase(
        load.rows(this, findings(measured.result(), measured.counts())),
        Optional.empty(),
        Disturbance.of(measured.usage()));
  }

  List<CalibrationValue> findings(StageResult result, ServerCounts server) {
    ServerCounts.HeldTimes held = server.held();
    TimeFigures rtt = all(result, KeptTimes::rtt);
    TimeFigures service = all(result, KeptTimes::service);
    return List.of(
        CalibrationValue.exact(
            "expected", "deliveries", held.count(), DeliveryFigure.EXPECTED.of(result)),
        CalibrationValue.exact("lost", "deliveries", 0, DeliveryFigure.LOST.of(result)),
        judged(CalibrationFigure.RTT_P50, held.p50Ns(), rtt.inMs(TimeFigures::p50Ns), P50_BOUND_MS),
        judged(CalibrationFigure.RTT_P99, held.p99Ns(), rtt.inMs(TimeFigures::p99Ns), P99_BOUND_MS),
        shown(CalibrationFigure.RTT_MAX, held.maxNs(), rtt.inMs(TimeFigures::maxNs)),
        shown("service_p50", held.p50Ns(), service.inMs(TimeFigures::p50Ns)),
        shown("service_p99", held.p99Ns(), service.inMs(TimeFigures::p99Ns)),
        shown("service_max", held.maxNs(), service.inMs(TimeFigures::maxNs)));
  }

  /** The ramp's messages too, because the server's record has them. */
  private static TimeFigures all(
      StageResult result, Function<KeptTimes, KeptHistogram> histogramOf) {
    Histogram sum = new Histogram(DIGITS);
    result.intervals().forEach(interval -> sum.add(histogramOf.apply(interval.times()).read()));
    return TimeHistograms.figures(sum);
  }

  private static CalibrationValue judged(
      String figure, long truthNs, OptionalDouble measuredMs, double boundMs) {
    double truthMs = Milliseconds.of(truthNs);
    return CalibrationValue.judged(
        figure, Milliseconds.UNIT, truthMs, measuredMs, boundMs + RESOLUTION * truthMs);
  }

  private static CalibrationValue shown(String figure, long truthNs, OptionalDouble measuredMs) {
    return CalibrationValue.shown(figure, Milliseconds.UNIT, Milliseconds.of(truthNs), measuredMs);
  }
}
