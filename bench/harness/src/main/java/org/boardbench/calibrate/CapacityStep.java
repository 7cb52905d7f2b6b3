package org.boardbench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.account.result.StageResult;
import org.boardbench.calibrate.server.RunningReference;
import org.boardbench.host.sampling.HoldUsage;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.sut.process.LaunchException;

/**
 * How many deliveries a second the driver can take, with so many users on so many boards: one
 * server, and for each rate users of their own. A figure here has no truth; nothing of it fails a
 * calibration.
 *
 * @param load without a rate
 */
record CapacityStep(CaseLoad load, Rates rates) implements CalibrationStep {
  private static final String PER_SECOND = "1/s";
  private static final String PERCENT = "%";

  /** Deliveries a second to try. */
  record Rates(double start, double factor, double lowest, double highest) {
    CapacitySearch search() {
      return new CapacitySearch(start, factor, lowest, highest);
    }

    /** From the start to the highest, and one in between. */
    int usualSteps() {
      return 2 + (int) Math.ceil(Math.log(highest / start) / Math.log(factor));
    }
  }

  @Override
  public CalibrationPart part() {
    return CalibrationPart.CAPACITY;
  }

  @Override
  public String name() {
    return load.users() + "u-" + load.boards() + "b";
  }

  @Override
  public Duration about() {
    return CaseCosts.withServer(
        CaseCosts.withStages(rates.usualSteps(), load.ramp().plus(load.hold()))
            .plus(load.warmUp()));
  }

  @Override
  public CalibrationCase run(CaseDriver bench) throws LaunchException, InterruptedException {
    CapacitySearch search = rates.search();
    List<CalibrationRow> rows = new ArrayList<>();
    String limitedBy = "nothing";
    try (RunningReference reference = bench.start(Map.of())) {
      for (int step = 1; !search.isOver(); step++) {
        CaseLoad tried = load.withDeliveriesPerSecond(search.next());
        bench.say(String.format(Locale.ROOT, "%.0f deliveries/s", search.next()));
        CaseDriver.Measurement measured =
            bench.measure(reference, step == 1 ? tried : tried.withoutWarmUp());
        boolean isHonest = CapacityBounds.isHonest(measured.result());
        for (CalibrationValue finding : findings(measured.result(), measured.usage())) {
          rows.add(tried.row(this, OptionalInt.of(step), finding.withVerdict(isHonest)));
        }
        if (!isHonest) {
          limitedBy = CapacityBounds.limit(measured.usage(), bench.driverCores());
        }
        search.tried(isHonest);
      }
    }
    CalibrationValue limit =
        CalibrationValue.of(CalibrationFigure.LIMIT, PER_SECOND, search.limit());
    rows.add(load.row(this, OptionalInt.empty(), limit));
    return new CalibrationCase(rows, Optional.of(limitedBy), Optional.empty());
  }

  private static List<CalibrationValue> findings(StageResult result, HoldUsage usage) {
    OptionalDouble sendDelayMs = result.driverSendDelay().inMs(TimeFigures::p99Ns);
    return List.of(
        CalibrationValue.of(
            CalibrationFigure.DELIVERIES_PER_S,
            PER_SECOND,
            (double) result.receivedInHold() / result.holdSeconds()),
        CalibrationValue.of(CalibrationFigure.SEND_DELAY_P99_MS, Milliseconds.UNIT, sendDelayMs),
        CalibrationValue.count("lost", "deliveries", result.hold().lost()),
        Milliseconds.finding("stall_max_ms", result.stallMaxNs()),
        CalibrationValue.of("driver_cpu_pct", PERCENT, usage.driver().cpuPct()),
        CalibrationValue.of("server_cpu_pct", PERCENT, usage.server().cpuMeanPct()));
  }
}
