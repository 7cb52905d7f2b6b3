package org.boardbench.plan;

import java.time.Duration;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;

/**
 * The bounds beyond which a stage's figures may be the driver's or the machine's and not the
 * server's; the keys say what each is for. Percentages are 0 to 100.
 */
public record ValiditySpec(
    double sentPct,
    Duration sendDelay,
    double sendDelaySharePct,
    double driverCpuPct,
    Duration stall,
    double runDelayPct,
    double stealPct,
    double driftPct,
    int samples,
    double percentile,
    int connectFailures,
    Duration clockStep,
    double backpressurePct,
    double foreignLoadPct) {
  static final Section<ValiditySpec> KEYS = new Section<>();

  private static final ValueReader<Double> PERCENT = ValueReader.number(0, 100);
  private static final ValueReader<Duration> DELAY =
      ValueReader.duration(Duration.ofMillis(1), Duration.ofMinutes(1));

  private static final PlanKey<Double> SENT =
      KEYS.add(
          ValiditySpec::sentPct,
          PlanKey.of(
                  "validity.sent",
                  PERCENT,
                  "Least share of the scheduled messages that must have been sent, in"
                      + " percent.")
              .usually(99.0));

  private static final PlanKey<Duration> SEND_DELAY =
      KEYS.add(
          ValiditySpec::sendDelay,
          PlanKey.of(
                  "validity.send-delay",
                  DELAY,
                  "Most that a message may leave late, at p99; together with the next key,"
                      + " whichever is more.")
              .usually(Duration.ofMillis(5)));

  private static final PlanKey<Double> SEND_DELAY_SHARE =
      KEYS.add(
          ValiditySpec::sendDelaySharePct,
          PlanKey.of(
                  "validity.send-delay-share",
                  PERCENT,
                  "The same as a share of the RTT's median, in percent.")
              .usually(10.0));

  private static final PlanKey<Double> DRIVER_CPU =
      KEYS.add(
          ValiditySpec::driverCpuPct,
          PlanKey.of("validity.driver-cpu", PERCENT, "Most of the driver's cores, in percent.")
              .usually(85.0));

  private static final PlanKey<Duration> STALL =
      KEYS.add(
          ValiditySpec::stall,
          PlanKey.of("validity.stall", DELAY, "Longest stall of the driver.")
              .usually(Duration.ofMillis(50)));

  private static final PlanKey<Double> RUN_DELAY =
      KEYS.add(
          ValiditySpec::runDelayPct,
          PlanKey.of(
                  "validity.run-delay",
                  PERCENT,
                  "Longest wait of a driver thread for a core, in percent of the hold, where"
                      + " the driver's own clock dates arrivals.")
              .usually(5.0));

  private static final PlanKey<Double> STEAL =
      KEYS.add(
          ValiditySpec::stealPct,
          PlanKey.of(
                  "validity.steal",
                  PERCENT,
                  "Most that a hypervisor took from the machine, in percent.")
              .usually(2.0));

  private static final PlanKey<Double> DRIFT =
      KEYS.add(
          ValiditySpec::driftPct,
          PlanKey.of(
                  "validity.drift",
                  ValueReader.number(0, 10_000),
                  "Most that the RTT's median may move with the hold's seconds, in percent;"
                      + " it can more than double.")
              .usually(25.0));

  private static final PlanKey<Integer> SAMPLES =
      KEYS.add(
          ValiditySpec::samples,
          PlanKey.of(
                  "validity.samples",
                  ValueReader.wholeNumber(1, 1_000_000),
                  "Fewest messages beyond the percentile of the next key.")
              .usually(10));

  private static final PlanKey<Double> PERCENTILE =
      KEYS.add(
          ValiditySpec::percentile,
          PlanKey.of(
                  "validity.percentile",
                  ValueReader.number(50, 99.999),
                  "Highest percentile that a valid row vouches for.")
              .usually(99.0));

  private static final PlanKey<Integer> CONNECT_FAILURES =
      KEYS.add(
          ValiditySpec::connectFailures,
          PlanKey.of(
                  "validity.connect-failures",
                  ValueReader.wholeNumber(0, 20_000),
                  "Most users that failed to join because of the driver or the machine; what"
                      + " a server refuses is a finding.")
              .usually(0));

  private static final PlanKey<Duration> CLOCK_STEP =
      KEYS.add(
          ValiditySpec::clockStep,
          PlanKey.of(
                  "validity.clock-step",
                  DELAY,
                  "Largest step of the wall clock against the monotonic one.")
              .usually(Duration.ofMillis(1)));

  private static final PlanKey<Double> BACKPRESSURE =
      KEYS.add(
          ValiditySpec::backpressurePct,
          PlanKey.of(
                  "validity.backpressure",
                  PERCENT,
                  "Fullest that a receive buffer may become because the driver read late, in"
                      + " percent; a server is held up from 65 on.")
              .usually(50.0));

  private static final PlanKey<Double> FOREIGN_LOAD =
      KEYS.add(
          ValiditySpec::foreignLoadPct,
          PlanKey.of(
                  "validity.foreign-load",
                  PERCENT,
                  "Most CPU of programs that have no part in the trial, in percent of all"
                      + " cores together; two starts of one server differ by more.")
              .usually(10.0));

  /** The bounds that hold where an experiment gives none. */
  public static ValiditySpec usual() {
    return read(PlanValues.usual());
  }

  static ValiditySpec read(PlanValues values) {
    return new ValiditySpec(
        values.value(SENT),
        values.value(SEND_DELAY),
        values.value(SEND_DELAY_SHARE),
        values.value(DRIVER_CPU),
        values.value(STALL),
        values.value(RUN_DELAY),
        values.value(STEAL),
        values.value(DRIFT),
        values.value(SAMPLES),
        values.value(PERCENTILE),
        values.value(CONNECT_FAILURES),
        values.value(CLOCK_STEP),
        values.value(BACKPRESSURE),
        values.value(FOREIGN_LOAD));
  }
}
