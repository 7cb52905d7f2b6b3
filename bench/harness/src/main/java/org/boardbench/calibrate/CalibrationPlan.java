package org.boardbench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.boardbench.calibrate.CapacityStep.Rates;

/**
 * What a calibration tries, and for how long.
 *
 * @param isQuick whether it is the short one, with fewer rates and trials; its truths are the same
 */
public record CalibrationPlan(boolean isQuick, List<CalibrationStep> steps) {
  private static final List<Integer> DELAYS_MS = List.of(0, 1, 10, 100, 1000);
  private static final Duration STALL = Duration.ofSeconds(1);

  /**
   * Everybody joins in a stage of its own, because the server's account of who is on a board begins
   * a moment earlier than the driver's.
   */
  private static final Duration JOINING = Duration.ofMillis(100);

  /** Long enough for the compilers of both sides to take up what the load runs through. */
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  /** Longer than the server keeps a message back to swap it. */
  private static final Duration LONG_DRAIN = Duration.ofSeconds(20);

  /** Where something is lost for good, this is waited for it. */
  private static final Duration LOSSY_DRAIN = Duration.ofMillis(800);

  public CalibrationPlan {
    steps = List.copyOf(steps);
  }

  /** In under four minutes. */
  public static CalibrationPlan full() {
    Lengths lengths =
        new Lengths(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(3));
    Duration hold = Duration.ofSeconds(2);
    Rates rates = new Rates(100_000, 2, 12_500, 1_600_000);
    List<CalibrationStep> steps = new ArrayList<>(truths(lengths));
    for (int boards : new int[] {1, 10}) {
      for (int users : new int[] {100, 300, 1000}) {
        steps.add(capacity(users, boards, hold, rates));
      }
    }
    steps.add(noise(7, Duration.ofSeconds(5)));
    steps.add(interference(3, WARM_UP, Duration.ofSeconds(2)));
    return new CalibrationPlan(false, steps);
  }

  /** In little more than a minute. */
  public static CalibrationPlan quick() {
    Lengths lengths =
        new Lengths(Duration.ofMillis(400), Duration.ofMillis(200), Duration.ofSeconds(1));
    Duration hold = Duration.ofMillis(800);
    Rates rates = new Rates(200_000, 4, 12_500, 800_000);
    List<CalibrationStep> steps = new ArrayList<>(truths(lengths));
    steps.add(capacity(300, 1, hold, rates));
    steps.add(capacity(1000, 10, hold, rates));
    steps.add(noise(3, Duration.ofMillis(1_500)));
    steps.add(interference(2, Duration.ofMillis(300), Duration.ofMillis(600)));
    return new CalibrationPlan(true, steps);
  }

  /**
   * Holds of the truths.
   *
   * @param fault with an injected fault
   * @param warmUp before a known delay
   * @param delay with a known delay
   */
  record Lengths(Duration fault, Duration warmUp, Duration delay) {}

  /** Every truth: each fault, each known delay, the stall. */
  static List<CalibrationStep> truths(Lengths lengths) {
    List<CalibrationStep> steps = new ArrayList<>();
    Arrays.stream(InjectedFault.values())
        .map(fault -> fault(fault, lengths.fault()))
        .forEach(steps::add);
    DELAYS_MS.stream().map(ms -> delay(Duration.ofMillis(ms), lengths)).forEach(steps::add);
    steps.add(stall());
    return steps;
  }

  static CalibrationStep fault(InjectedFault fault, Duration hold) {
    return fault(fault, hold, fault.loses() ? LOSSY_DRAIN : LONG_DRAIN);
  }

  static CalibrationStep fault(InjectedFault fault, Duration hold, Duration drain) {
    return new FaultStep(fault, new CaseLoad(12, 3, 50, Duration.ZERO, JOINING, hold, drain));
  }

  static CalibrationStep delay(Duration delay, Lengths lengths) {
    CaseLoad load =
        new CaseLoad(20, 20, 50, Duration.ZERO, lengths.warmUp(), lengths.delay(), LONG_DRAIN);
    return new KnownDelayStep(delay, load);
  }

  /** A third of the hold, so that the 95th percentile lies well within the queue. */
  static CalibrationStep stall() {
    CaseLoad load =
        new CaseLoad(20, 20, 50, Duration.ZERO, Duration.ZERO, STALL.multipliedBy(3), LONG_DRAIN);
    return new StallStep(Duration.ofSeconds(1), STALL, load);
  }

  static CalibrationStep capacity(int users, int boards, Duration hold, Rates rates) {
    CaseLoad load = new CaseLoad(users, boards, 0, JOINING, WARM_UP, hold, LOSSY_DRAIN);
    return new CapacityStep(load, rates);
  }

  /** The load of the paper's middle stage. */
  static CalibrationStep noise(int trials, Duration hold) {
    return new NoiseStep(trials, new CaseLoad(300, 10, 1, JOINING, WARM_UP, hold, LOSSY_DRAIN));
  }

  /** A load that takes a good part of a core from driver and server alike. */
  static CalibrationStep interference(int pairs, Duration warmUp, Duration hold) {
    return new InterferenceStep(
        pairs, new CaseLoad(500, 10, 1, JOINING, warmUp, hold, LOSSY_DRAIN));
  }

  /** About how long all of it takes, at most. */
  public Duration about() {
    return steps.stream().map(CalibrationStep::about).reduce(Duration.ZERO, Duration::plus);
  }
}
