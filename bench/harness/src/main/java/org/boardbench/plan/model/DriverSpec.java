package org.boardbench.plan.model;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/** The load generator's own share of the machine. */
public record DriverSpec(SectionValues values) {
  public static final Section<DriverSpec> KEYS = new Section<>(DriverSpec::values);

  public static final PlanKey<Integer> CORES =
      KEYS.add(
          PlanKey.<Integer>onMachine(
                  "driver.cores",
                  machine -> ValueReader.wholeNumber(1, machine.cores()),
                  "a whole number from 1 to the machine's cores",
                  cores -> cores,
                  "Cores that the load generator may use: a loop for each.")
              .usuallyAs("a core for each CPU in cpus.driver, or half the machine's")
              .option("N", "--driver-cores"));

  static final ValueReader<LoopChoice> LOOPS = ValueReader.oneOf(LoopChoice.class, LoopChoice::key);

  static final ValueReader<Duration> GATHERS =
      ValueReader.duration(Duration.ZERO, Duration.ofMillis(1), "0s, 50us or 1ms");

  public static final PlanKey<LoopChoice> LOOP =
      KEYS.add(
          PlanKey.of(
                  "driver.loop",
                  LOOPS,
                  "How the load generator waits: native is Linux's epoll, io_uring its io_uring, both"
                      + " with the kernel's receive timestamps.")
              .usually(LoopChoice.AUTO)
              .option("KIND", "--driver-loop"));

  public static final PlanKey<Duration> GATHER =
      KEYS.add(
          PlanKey.of(
                  "driver.gather",
                  GATHERS,
                  "How long the load generator lets frames come together, at most, before it reads"
                      + " them; only where their times of arrival are the kernel's, so that no"
                      + " figure is later for it.")
              .usually(Duration.of(50, ChronoUnit.MICROS))
              .option("TIME", "--driver-gather"));

  public static final PlanKey<CompressionChoice> COMPRESSION =
      KEYS.add(
          PlanKey.of(
                  "driver.compression",
                  ValueReader.oneOf(CompressionChoice.class, CompressionChoice::key),
                  "Whether the load generator offers permessage-deflate (RFC 7692) without context"
                      + " takeover to each server, which takes it or does not.")
              .usually(CompressionChoice.OFF)
              .option("WORD", "--driver-compression"));

  /** On so many cores, and what is usual for the rest. */
  public static DriverSpec onCores(int cores) {
    return new DriverSpec(KEYS.usual()).with(CORES, cores);
  }

  /** The same with another value for {@code key}. */
  public <T> DriverSpec with(PlanKey<T> key, T value) {
    return new DriverSpec(values.with(key, value));
  }

  /** A loop for each. */
  public int cores() {
    return values.of(CORES);
  }

  public LoopChoice loop() {
    return values.of(LOOP);
  }

  /** As {@link #GATHER}. */
  public Duration gather() {
    return values.of(GATHER);
  }

  public CompressionChoice compression() {
    return values.of(COMPRESSION);
  }
}
