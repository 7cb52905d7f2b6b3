package org.boardbench.plan.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.plan.scenario.ScenarioForms;
import org.boardbench.plan.scenario.ScenarioReader;
import org.boardbench.scenario.Scenario;

/**
 * One number of users, asked for: new users join during {@code ramp}, at an even rate or as its
 * shape says, or those who are too many leave before it; then all of them publish for {@code hold},
 * whose figures are the stage's row.
 *
 * @param ownScenario empty: the workload's
 */
public record StageSpec(int users, SectionValues values, Optional<Scenario> ownScenario) {
  public static final Section<StageSpec> KEYS = new Section<>(StageSpec::values);

  /** An ephemeral port and a socket buffer for each: far above what two cores can drive. */
  public static final PlanKey<Integer> USERS =
      KEYS.add(
          StageSpec::users,
          PlanKey.of(
                  "stages[].users",
                  ValueReader.wholeNumber(1, 20_000),
                  "Users of the stage; where they are fewer than before, the others leave. As an"
                      + " option a list, of which each takes the rest from the file's stage at its"
                      + " place.")
              .option("N[,N...]", "--users"));

  public static final PlanKey<Duration> RAMP =
      KEYS.add(
          PlanKey.of(
                  "stages[].ramp",
                  ValueReader.duration(Duration.ZERO, Duration.ofHours(1)),
                  "Time in which the new users join, counted apart; as an option of every stage.")
              .usually(Duration.ofSeconds(5))
              .option("TIME", "--ramp"));

  public static final PlanKey<RampShape> RAMP_SHAPE =
      KEYS.add(
          PlanKey.of(
                  "stages[].ramp-shape",
                  ValueReader.oneOf(RampShape.class, RampShape::key),
                  "When in the ramp the new users connect: evenly, in five groups, or all at its"
                      + " start; as an option of every stage.")
              .usually(RampShape.LINE)
              .option("SHAPE", "--ramp-shape"));

  public static final PlanKey<Duration> HOLD =
      KEYS.add(
          PlanKey.of(
                  "stages[].hold",
                  ValueReader.duration(Duration.ofMillis(100), Duration.ofHours(24)),
                  "Time whose figures are the stage's row; as an option of every stage.")
              .option("TIME", "--hold"));

  /** In the order of the plan; none in most stages. */
  public static final PlanKey<List<FaultSpec>> FAULTS =
      KEYS.addOptional(
          stage -> stage.values().given(StageSpec.FAULTS),
          PlanKey.<List<FaultSpec>>onMachine(
                  "stages[].faults",
                  anywhere -> faultsInWhole(),
                  "a list of maps with the keys of faults[]",
                  faults -> faults.stream().map(FaultSpec::tree).toList(),
                  "What is made to fail in the hold, to see how the server and its users recover.")
              .usuallyAs("none"));

  public static final PlanKey<ChurnSpec> CHURN =
      KEYS.addOptional(
          StageSpec::churn,
          PlanKey.onMachine(
                  "stages[].churn",
                  anywhere -> inWhole(),
                  "none, or parts like stay=30s,away=5s,distribution=exponential",
                  ChurnSpec::tree,
                  "Users come and go during the hold, by stays of chance; in a file the parts are a"
                      + " map. As an option of every stage.")
              .usuallyAs(ChurnSpec.NONE)
              .option("PARTS", "--churn"));

  static {
    ChurnSpec.KEYS.keys().forEach(key -> KEYS.addUnstored(key));
  }

  /** In the tree of a stage that has one. */
  static final PlanKey<String> SCENARIO =
      KEYS.addUnstored(
          PlanKey.shaped(
                  "stages[]." + ScenarioReader.KEY,
                  "as scenario",
                  "What the users of this stage do.")
              .usuallyAs("as scenario says"));

  public StageSpec(int users, Duration ramp, Duration hold) {
    this(users, KEYS.usual().with(RAMP, ramp).with(HOLD, hold), Optional.empty());
  }

  public Duration ramp() {
    return values.of(RAMP);
  }

  public RampShape rampShape() {
    return values.of(RAMP_SHAPE);
  }

  /** Present where users come and go. */
  public Optional<ChurnSpec> churn() {
    return values.given(CHURN);
  }

  /** The same with users who come and go. */
  public StageSpec with(ChurnSpec churn) {
    return new StageSpec(users, values.with(CHURN, churn), ownScenario);
  }

  /** A map, or its parts in one text: it has a reader of its own. */
  private static ValueReader<ChurnSpec> inWhole() {
    return ValueReader.writtenLike(
        "stay=30s",
        "parts",
        text -> {
          throw new NumberFormatException(text);
        },
        any -> false);
  }

  public Duration hold() {
    return values.of(HOLD);
  }

  /** What is made to fail in the hold. */
  public List<FaultSpec> faults() {
    return values.given(FAULTS).orElse(List.of());
  }

  /** The same with so many users. */
  public StageSpec withUsers(int others) {
    return new StageSpec(others, values, ownScenario);
  }

  /** What the stage's users do. */
  public Scenario scenario(WorkloadSpec workload) {
    return ownScenario.orElse(workload.scenario());
  }

  /** They are read by a reader of their own, never as one value. */
  private static ValueReader<List<FaultSpec>> faultsInWhole() {
    return ValueReader.refusing("a list of maps").as(text -> List.of(), faults -> "");
  }

  /** The same with the weights that the stage's users have: for means over them. */
  public Scenario weighedScenario(WorkloadSpec workload) {
    return scenario(workload).weighedFor(users, workload.boards());
  }

  public Map<String, Object> tree() {
    Map<String, Object> tree = KEYS.tree(this);
    ownScenario.ifPresent(own -> tree.put(SCENARIO.name(), ScenarioForms.tree(own)));
    return tree;
  }
}
