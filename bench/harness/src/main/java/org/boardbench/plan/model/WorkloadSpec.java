package org.boardbench.plan.model;

import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.plan.scenario.ScenarioForms;
import org.boardbench.scenario.Scenario;

/**
 * What the virtual users do, and where.
 *
 * @param scenario of the stages that have none of their own
 */
public record WorkloadSpec(SectionValues values, Scenario scenario) {
  public static final Section<WorkloadSpec> KEYS = new Section<>(WorkloadSpec::values);

  public static final PlanKey<Integer> BOARDS =
      KEYS.add(
          PlanKey.of(
                  "workload.boards",
                  ValueReader.wholeNumber(1, 20_000),
                  "Boards that the users are spread over evenly; never more than users.")
              .usually(10)
              .usuallyAs("10, or the users of the smallest stage if they are fewer")
              .option("N", "--boards"));

  public static final PlanKey<Double> RATE =
      KEYS.add(
          PlanKey.of(
                  "workload.rate",
                  ScenarioForms.RATES,
                  "Messages that one user publishes a second, where its behaviour does not say.")
              .usually(1.0)
              .option("N", "--rate"));

  public static final PlanKey<Integer> PAYLOAD =
      KEYS.add(
          PlanKey.of(
                  "workload.payload",
                  ValueReader.wholeNumber(
                      ScenarioForms.SIZES.smallestBytes(), ScenarioForms.SIZES.largestBytes()),
                  "Bytes of one message, where a behaviour does not say.")
              .usually(300)
              .option("BYTES", "--payload"));

  /** The default scenario: strokes of that size at a constant rate. */
  public WorkloadSpec(int boards, double ratePerUser, int payloadBytes) {
    this(boards, ratePerUser, payloadBytes, Scenario.steady(ratePerUser, payloadBytes));
  }

  public WorkloadSpec(int boards, double ratePerUser, int payloadBytes, Scenario scenario) {
    this(
        KEYS.usual().with(BOARDS, boards).with(RATE, ratePerUser).with(PAYLOAD, payloadBytes),
        scenario);
  }

  /** Number of boards; user {@code u} is on board {@code u % boards}. */
  public int boards() {
    return values.of(BOARDS);
  }

  /** Messages that one user publishes a second, unless the scenario says otherwise. */
  public double ratePerUser() {
    return values.of(RATE);
  }

  /** Size of one message in bytes of UTF-8, unless the scenario says otherwise. */
  public int payloadBytes() {
    return values.of(PAYLOAD);
  }

  /** Whether its scenario is the default one. */
  public boolean isSteady() {
    return scenario.equals(Scenario.steady(ratePerUser(), payloadBytes()));
  }
}
