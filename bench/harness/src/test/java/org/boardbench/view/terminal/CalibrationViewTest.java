package org.boardbench.view.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.boardbench.calibrate.CalibrationEvent;
import org.boardbench.calibrate.CalibrationPlan;
import org.boardbench.calibrate.CalibrationStep;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.store.calibration.CalibrationCase;
import org.junit.jupiter.api.Test;

class CalibrationViewTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final CalibrationPlan plan = CalibrationPlan.quick();
  private final List<CalibrationCase> cases = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private long nowNs;

  @Test
  void aLineTellsEveryCaseAndTablesTellWhatWasFound() throws IOException {
    CalibrationPlainView view = new CalibrationPlainView(out, () -> nowNs);
    play(view);
    view.accept(ended(failures));

    assertThat(printed())
        .startsWith(
            """
            Driver warms up
               0:00  calibration: 21 cases, about 61 s, results in results/calibration-1
               0:02  1/21 truth drop: MISSED drop lost: truth 34 deliveries, measured 35, error 1, bound 0
               0:02  1/21 truth drop: done, about 58 s left
               0:05  2/21 truth duplicate: failed (not ready last line), about 57 s left
            """)
        .endsWith(
            """

             fault  injected  counts that agree
             ----------------------------------
             drop         34             1 of 2

             known time, ms  RTT p50  error  p95  error  p99  error   max  error
             -------------------------------------------------------------------
             delay-10ms         10.0   0.04    -      -    -      -  1235   1224

             users-boards  honest up to, deliveries/s  limited by
             ----------------------------------------------------
             300u-10b                          100000      driver

             same against same  spread, %
             ----------------------------
             tps_spread              3.46

             MISSED drop lost: truth 34 deliveries, measured 35, error 1, bound 0
             MISSED duplicate: not ready last line
            Calibration: results/calibration-1
            """);
    assertThat(printed().lines().filter(line -> line.startsWith(" ")))
        .filteredOn(line -> !line.contains("MISSED"))
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void theBarTellsTheCaseItsStepTheMissesAndTheTimeLeftInOneLine() throws IOException {
    List<String> drawn = Collections.synchronizedList(new ArrayList<>());
    CalibrationBarView view =
        new CalibrationBarView(
            out, () -> nowNs, new DelegatingProgressBarConsumer(drawn::add, 100));
    play(view);
    view.accept(new CalibrationEvent.CaseStarted(plan.steps().get(17)));
    view.accept(new CalibrationEvent.CaseProgressed("400000 deliveries/s"));
    view.close();

    assertThat(drawn).isNotEmpty().allMatch(line -> line.length() <= 100);
    assertThat(drawn.getLast())
        .startsWith("[")
        .contains("left", "3/21 capacity 300u-1b", "400000 deliveries/s", "2 missed");
  }

  @Test
  void theQuietOneShowsTheTablesAlone() throws IOException {
    CalibrationView view = CalibrationView.quiet(out);
    play(view);
    assertThat(printed()).isEmpty();

    view.accept(ended(List.of()));

    assertThat(printed()).contains("honest up to").endsWith("Calibration: results/calibration-1\n");
  }

  @Test
  void whatWasBrokenOffAtOnceHasNoTables() {
    assertThat(CalibrationTables.render(List.of())).isEqualTo("\n");
  }

  private CalibrationEvent ended(List<String> failed) {
    return new CalibrationEvent.CalibrationEnded(cases, failed, Path.of("results/calibration-1"));
  }

  /** A case that misses a number, one that finds nothing, and what the other parts would find. */
  private void play(CalibrationView view) throws IOException {
    CalibrationStep first = plan.steps().get(0);
    CalibrationStep second = plan.steps().get(1);
    view.accept(new CalibrationEvent.DriverWarmUpStarted());
    view.accept(new CalibrationEvent.CalibrationStarted(plan, Path.of("results/calibration-1")));
    view.accept(new CalibrationEvent.CaseStarted(first));
    pass(2);
    CalibrationCase drop =
        CalibrationCase.of(
            List.of(
                row(CalibrationPart.TRUTH, "drop", injected()),
                row(
                    CalibrationPart.TRUTH,
                    "drop",
                    CalibrationValue.exact("lost", "deliveries", 34, 35))));
    view.accept(new CalibrationEvent.CaseEnded(drop));
    view.accept(new CalibrationEvent.CaseStarted(second));
    pass(3);
    view.accept(new CalibrationEvent.CaseFailed("not ready\nlast line"));
    failures.addAll(drop.misses());
    failures.add("duplicate: not ready\nlast line");
    cases.addAll(List.of(drop, times(), capacity(), noise()));
  }

  private static CalibrationValue injected() {
    return CalibrationValue.count("injected", "faults", 34).withVerdict(true);
  }

  private static CalibrationCase times() {
    return CalibrationCase.of(
        List.of(
            row(
                CalibrationPart.TRUTH,
                "delay-10ms",
                CalibrationValue.judged("rtt_p50", "ms", 10.0012, OptionalDouble.of(10.0432), 1)),
            row(
                CalibrationPart.TRUTH,
                "delay-10ms",
                CalibrationValue.shown("rtt_max", "ms", 10.25, OptionalDouble.of(1234.5678)))));
  }

  private static CalibrationCase capacity() {
    return new CalibrationCase(
        List.of(
            row(
                CalibrationPart.CAPACITY,
                "300u-10b",
                CalibrationValue.of("limit_deliveries_per_s", "1/s", 100_000))),
        Optional.of("driver"),
        Optional.empty());
  }

  private static CalibrationCase noise() {
    return CalibrationCase.of(
        List.of(row(CalibrationPart.NOISE, "a-a", CalibrationValue.of("tps_spread", "%", 3.4567))));
  }

  private static CalibrationRow row(CalibrationPart part, String name, CalibrationValue finding) {
    return new CalibrationRow(
        part, name, 300, 10, OptionalDouble.empty(), OptionalInt.empty(), finding);
  }

  private void pass(int seconds) {
    nowNs += Duration.ofSeconds(seconds).toNanos();
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
