package org.boardbench.plan;

import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;
import org.boardbench.protocol.StrokePayload;

/**
 * What every virtual user does.
 *
 * @param boards number of boards; user {@code u} is on board {@code u % boards}
 * @param ratePerUser messages that one user publishes a second
 * @param payloadBytes size of one stroke message in bytes of UTF-8
 */
public record WorkloadSpec(int boards, double ratePerUser, int payloadBytes) {
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
                  "Messages that one user publishes a second.")
              .usually(1.0)
              .option("N", "--rate"));

  /** From a stroke without padding to what leaves room for an envelope in a frame of 64 KiB. */
  static final PlanKey<Integer> PAYLOAD =
      KEYS.add(
          WorkloadSpec::payloadBytes,
          PlanKey.of(
                  "workload.payload",
                  ValueReader.wholeNumber(StrokePayload.MIN_BYTES, 60 * 1024),
                  "Bytes of one message.")
              .usually(300)
              .option("BYTES", "--payload"));
}
