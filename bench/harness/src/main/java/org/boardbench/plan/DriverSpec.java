package org.boardbench.plan;

import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;

/**
 * The load generator's own share of the machine.
 *
 * @param cores one loop for each
 */
public record DriverSpec(int cores, LoopChoice loop) {
  static final Section<DriverSpec> KEYS = new Section<>();

  static final PlanKey<Integer> CORES =
      KEYS.add(
          DriverSpec::cores,
          PlanKey.<Integer>onMachine(
                  "driver.cores",
                  machine -> ValueReader.wholeNumber(1, machine.cores()),
                  "a whole number from 1 to the machine's cores",
                  cores -> cores,
                  "Cores that the load generator may use: a loop for each.")
              .usuallyAs("a core for each CPU in cpus.driver, or half the machine's")
              .option("N", "--driver-cores"));

  static final PlanKey<LoopChoice> LOOP =
      KEYS.add(
          DriverSpec::loop,
          PlanKey.of(
                  "driver.loop",
                  ValueReader.oneOf(LoopChoice.class, LoopChoice::key),
                  "How the load generator waits: native is Linux's epoll, with the kernel's receive"
                      + " timestamps.")
              .usually(LoopChoice.AUTO)
              .option("KIND", "--driver-loop"));
}
