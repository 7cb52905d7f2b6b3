package org.boardbench.plan.model;

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

  public static final PlanKey<LoopChoice> LOOP =
      KEYS.add(
          PlanKey.of(
                  "driver.loop",
                  ValueReader.oneOf(LoopChoice.class, LoopChoice::key),
                  "How the load generator waits: native is Linux's epoll, io_uring its io_uring, both"
                      + " with the kernel's receive timestamps.")
              .usually(LoopChoice.AUTO)
              .option("KIND", "--driver-loop"));

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

  public CompressionChoice compression() {
    return values.of(COMPRESSION);
  }
}
