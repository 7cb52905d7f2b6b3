package org.boardbench.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.core.Seeds;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;
import org.boardbench.scenario.Scenario;

/**
 * An experiment with every default filled in and every bound checked: variants × stages ×
 * repetitions, one seed.
 *
 * @param external present when the one variant is a server that someone else started; {@code
 *     variants} then has one entry which names it in the results
 * @param launch what holds for variants that say nothing themselves; means nothing where {@code
 *     external} is present
 * @param warmUp a stage before the first one, thrown away; absent when a trial starts cold
 */
public record ExperimentPlan(
    String name,
    String description,
    long seed,
    int repetitions,
    List<Variant> variants,
    Optional<ExternalSpec> external,
    WorkloadSpec workload,
    Optional<StageSpec> warmUp,
    List<StageSpec> stages,
    DeadlineSpec deadlines,
    ReconnectSpec reconnect,
    DriverSpec driver,
    CpuSpec cpus,
    LaunchSpec launch,
    ValiditySpec validity) {
  static final Section<ExperimentPlan> KEYS = new Section<>();

  /** It becomes part of a folder's name. */
  static final PlanKey<String> NAME =
      KEYS.add(
          ExperimentPlan::name,
          PlanKey.of(
                  "name",
                  ValueReader.matching(
                      "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
                      "1 to 60 letters, digits, '.', '_' or '-', the first a letter or digit"),
                  "What results are called by; part of their folder's name.")
              .usuallyAs("the file's name"));

  static final PlanKey<String> DESCRIPTION =
      KEYS.add(
          ExperimentPlan::description,
          PlanKey.of(
                  "description",
                  ValueReader.matching("(?s).*", "text"),
                  "What the experiment asks.")
              .usually("")
              .usuallyAs("empty"));

  static final PlanKey<Long> SEED =
      KEYS.add(
          ExperimentPlan::seed,
          PlanKey.of(
                  "seed",
                  ValueReader.wholeNumber(),
                  "Decides the order of the trials and what each user sends when; every repetition"
                      + " has a seed of its own that follows from it.")
              .usually(42L)
              .option("N", "--seed"));

  static final PlanKey<Integer> REPETITIONS =
      KEYS.add(
          ExperimentPlan::repetitions,
          PlanKey.of(
                  "repetitions",
                  ValueReader.wholeNumber(1, 100),
                  "How often every variant runs, each time in fresh processes.")
              .usually(1)
              .option("N", "--repetitions", "--reps"));

  public ExperimentPlan {
    variants = List.copyOf(variants);
    stages = List.copyOf(stages);
  }

  /** The largest number of users that any stage asks for, the warm-up included. */
  public int maxUsers() {
    return allStages().mapToInt(StageSpec::users).max().orElseThrow();
  }

  private Stream<StageSpec> allStages() {
    return Stream.concat(warmUp.stream(), stages.stream());
  }

  /** The scenarios of all stages, the warm-up included. */
  private Stream<Scenario> scenarios() {
    return allStages().map(stage -> stage.scenario(workload));
  }

  /** The size of the smallest message of any stage in bytes of UTF-8. */
  public int smallestMessageBytes() {
    return scenarios().mapToInt(Scenario::smallestBytes).min().orElseThrow();
  }

  /** The size of the largest one. */
  public int largestMessageBytes() {
    return scenarios().mapToInt(Scenario::largestBytes).max().orElseThrow();
  }

  /** The numbers of the classes of any stage's messages are below. */
  public int messageClasses() {
    return scenarios().mapToInt(Scenario::messageClasses).max().orElseThrow();
  }

  /**
   * The seed that all trials of a repetition share, so that they can be paired, and no other
   * repetition has. The first one's is the plan's own: any repetition can be told again alone.
   */
  public long seed(int repetition) {
    return repetition == 1 ? seed : Seeds.mix(seed, repetition);
  }

  /** The same with another seed. */
  public ExperimentPlan withSeed(long newSeed) {
    return new ExperimentPlan(
        name,
        description,
        newSeed,
        repetitions,
        variants,
        external,
        workload,
        warmUp,
        stages,
        deadlines,
        reconnect,
        driver,
        cpus,
        launch,
        validity);
  }
}
