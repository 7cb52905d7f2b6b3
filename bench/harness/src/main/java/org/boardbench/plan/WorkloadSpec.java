package org.boardbench.plan;

import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.scenario.Scenario;

/**
 * What the virtual users do, and where.
 *
 * @param boards number of boards; user {@code u} is on board {@code u % boards}
 * @param ratePerUser messages that one user publishes a second, unless the scenario says otherwise
 * @param payloadBytes size of one message in bytes of UTF-8, unless the scenario says otherwise
 * @param scenario of the stages that have none of their own
 */
public record WorkloadSpec(int boards, double ratePerUser, int payloadBytes, Scenario scenario) {
  /** The default scenario: strokes of that size at a constant rate. */
  public WorkloadSpec(int boards, double ratePerUser, int payloadBytes) {
    this(boards, ratePerUser, payloadBytes, Scenario.steady(ratePerUser, payloadBytes));
  }

  /** Whether it is the default one. */
  boolean isSteady() {
    return scenario.equals(Scenario.steady(ratePerUser, payloadBytes));
  }

  static final Section<WorkloadSpec> KEYS = new Section<>();

  static final PlanKey<Integer> BOARDS =
      KEYS.add(
          WorkloadSpec::boards,
          PlanKey.of(
                  "workload.boards",
                  ValueReader.wholeNumber(1, 20_000),
                  "Boards that the users are spread over evenly; never more than users.")
              .usually(10)
              .usuallyAs("10, or the users of the smallest stage if they are fewer")
              .option("N", "--boards"));

  /** Below, nobody would send in the longest ramp, and times would not fit their numbers. */
  static final PlanKey<Double> RATE =
      KEYS.add(
          WorkloadSpec::ratePerUser,
          PlanKey.of(
                  "workload.rate",
                  ValueReader.number(0.001, 1000),
                  "Messages that one user publishes a second, where its behaviour does not say.")
              .usually(1.0)
              .option("N", "--rate"));

  /** From a stroke without padding to what leaves room for an envelope in a frame of 64 KiB. */
  static final PlanKey<Integer> PAYLOAD =
      KEYS.add(
          WorkloadSpec::payloadBytes,
          PlanKey.of(
                  "workload.payload",
                  ValueReader.wholeNumber(StrokePayload.MIN_BYTES, 60 * 1024),
                  "Bytes of one message, where a behaviour does not say.")
              .usually(300)
              .option("BYTES", "--payload"));
}
