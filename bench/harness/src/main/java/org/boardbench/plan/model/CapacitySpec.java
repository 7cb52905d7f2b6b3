package org.boardbench.plan.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;

/**
 * A search for the most users at which each variant keeps each objective, in the place of listed
 * stages.
 *
 * @param objectives one at least; all are searched for in one pass
 * @param leastUsers the first load, below which nothing is looked for
 * @param mostUsers the last one: what keeps an objective there has a capacity of at least so many
 * @param ramp of a start's first load
 * @param hold of a load while the capacity is looked for
 * @param stepPct from one load of a small step to the next, in percent
 * @param starts that look for it, each with a capacity of its own
 * @param confirm the objectives whose loads are confirmed
 * @param confirmRamp of a load when it is confirmed
 * @param confirmHold of a load when it is confirmed
 * @param confirmStarts that confirm a load, as MLRsearch's sum of trials; 0 = none is confirmed
 */
public record CapacitySpec(
    List<ObjectiveSpec> objectives,
    int leastUsers,
    int mostUsers,
    Duration ramp,
    Duration hold,
    double stepPct,
    int starts,
    ConfirmChoice confirm,
    Duration confirmRamp,
    Duration confirmHold,
    int confirmStarts) {
  public static final Section<CapacitySpec> KEYS = new Section<>();

  /** As {@link StageSpec#USERS}. */
  private static final ValueReader<Integer> USERS = ValueReader.wholeNumber(1, 20_000);

  public static final PlanKey<String> OBJECTIVES =
      KEYS.addUnstored(
          PlanKey.shaped(
              "capacity.objectives",
              "a list of maps, at least one",
              "What a variant has to keep; all are searched for in one pass."));

  public static final PlanKey<Integer> LEAST_USERS =
      KEYS.add(
          CapacitySpec::leastUsers,
          PlanKey.of(
                  "capacity.least-users",
                  USERS,
                  "Users of the first load, enough to judge a hold by; less is not looked for.")
              .usually(100));

  public static final PlanKey<Integer> MOST_USERS =
      KEYS.add(
          CapacitySpec::mostUsers,
          PlanKey.of(
                  "capacity.most-users",
                  USERS,
                  "Users of the last load; a variant that keeps an objective there carries at least"
                      + " so many.")
              .usually(3000)
              .option("N", "--most-users"));

  public static final PlanKey<Duration> RAMP =
      KEYS.add(
          CapacitySpec::ramp,
          PlanKey.of(
                  "capacity.ramp",
                  ValueReader.duration(Duration.ZERO, Duration.ofHours(1)),
                  "Time in which the users of a start's first load join; a step up takes a part of"
                      + " it, a second at least. --ramp replaces it.")
              .usually(Duration.ofSeconds(5)));

  public static final PlanKey<Duration> HOLD =
      KEYS.add(
          CapacitySpec::hold,
          PlanKey.of(
                  "capacity.hold",
                  ValueReader.duration(Duration.ofMillis(100), Duration.ofHours(1)),
                  "Hold of a load while the capacity is looked for. --hold replaces it.")
              .usually(Duration.ofSeconds(10)));

  public static final PlanKey<Double> STEP =
      KEYS.add(
          CapacitySpec::stepPct,
          PlanKey.of(
                  "capacity.step",
                  ValueReader.number(1, 50),
                  "How much more than the one before a load is where the capacity is looked for in"
                      + " small steps, in percent: no capacity is known more closely.")
              .usually(5.0)
              .option("PCT", "--step"));

  public static final PlanKey<Integer> STARTS =
      KEYS.add(
          CapacitySpec::starts,
          PlanKey.of(
                  "capacity.starts",
                  ValueReader.wholeNumber(1, 100),
                  "Fresh starts of every variant that look for the capacity in small steps; each"
                      + " has one of its own.")
              .usually(5)
              .option("N", "--starts"));

  public static final PlanKey<ConfirmChoice> CONFIRM =
      KEYS.add(
          CapacitySpec::confirm,
          PlanKey.of(
                  "capacity.confirm",
                  ValueReader.oneOf(ConfirmChoice.class, ConfirmChoice::key),
                  "The objectives whose capacities are confirmed: all, or the one that is kept with"
                      + " the most users.")
              .usually(ConfirmChoice.ALL)
              .option("WHICH", "--confirm"));

  public static final PlanKey<Duration> CONFIRM_RAMP =
      KEYS.add(
          CapacitySpec::confirmRamp,
          PlanKey.of(
                  "capacity.confirm-ramp",
                  ValueReader.duration(Duration.ZERO, Duration.ofHours(1)),
                  "Time in which the users of a load that is confirmed join. In small steps they"
                      + " came a few at a time; all at once near its knee, a server refuses joins at"
                      + " loads that it carries.")
              .usually(Duration.ofSeconds(30)));

  public static final PlanKey<Duration> CONFIRM_HOLD =
      KEYS.add(
          CapacitySpec::confirmHold,
          PlanKey.of(
                  "capacity.confirm-hold",
                  ValueReader.duration(Duration.ofMillis(100), Duration.ofHours(1)),
                  "Hold of a load that is confirmed: buffers hide an overload in a short one.")
              .usually(Duration.ofSeconds(60)));

  public static final PlanKey<Integer> CONFIRM_STARTS =
      KEYS.add(
          CapacitySpec::confirmStarts,
          PlanKey.of(
                  "capacity.confirm-starts",
                  ValueReader.wholeNumber(0, 100),
                  "Fresh starts straight at a load that is confirmed, at most half of which may"
                      + " violate the objective; fewer run where they agree. 0 = none is confirmed.")
              .usually(5)
              .option("N", "--confirm-starts"));

  public CapacitySpec {
    objectives = List.copyOf(objectives);
  }

  /** The least and the largest that a trial may be asked for, for those who make room for it. */
  public List<StageSpec> extremes() {
    boolean confirms = confirmStarts > 0;
    return List.of(
        new StageSpec(leastUsers, ramp, hold),
        new StageSpec(
            mostUsers,
            confirms ? longer(ramp, confirmRamp) : ramp,
            confirms ? longer(hold, confirmHold) : hold));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** In the shape of a file. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(OBJECTIVES.name(), objectives.stream().map(ObjectiveSpec.KEYS::tree).toList());
    tree.putAll(KEYS.tree(this));
    return tree;
  }
}
