package org.boardbench.plan.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.core.Seeds;
import org.boardbench.findings.starts.ProfileTrials;
import org.boardbench.findings.threshold.Threshold;
import org.boardbench.findings.threshold.Thresholds;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.scenario.Scenario;
import org.boardbench.statistics.StoppingRule;

/**
 * An experiment with every default filled in and every bound checked: variants × stages ×
 * repetitions, one seed.
 *
 * @param values of the keys that are in no map
 * @param external present when the one variant is a server that someone else started; {@code
 *     variants} then has one entry which names it in the results
 * @param launch what holds for variants that say nothing themselves; means nothing where {@code
 *     external} is present
 * @param warmUp a stage before the first one, thrown away; absent when a trial starts cold
 * @param stages of every trial; where {@code capacity} is present, the extremes of its loads
 * @param capacity present where a search finds the loads
 */
public record ExperimentPlan(
    SectionValues values,
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
    ValiditySpec validity,
    Optional<CapacitySpec> capacity) {
  public static final Section<ExperimentPlan> KEYS = new Section<>(ExperimentPlan::values);

  /** It becomes part of a folder's name. */
  public static final PlanKey<String> NAME =
      KEYS.add(
          PlanKey.of(
                  "name",
                  ValueReader.matching(
                      "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
                      "1 to 60 letters, digits, '.', '_' or '-', the first a letter or digit"),
                  "What results are called by; part of their folder's name.")
              .usuallyAs("the file's name"));

  public static final PlanKey<String> DESCRIPTION =
      KEYS.add(
          PlanKey.of(
                  "description",
                  ValueReader.matching("(?s).*", "text").as(String::strip, text -> text),
                  "What the experiment asks.")
              .usually("")
              .usuallyAs("empty"));

  public static final PlanKey<Long> SEED =
      KEYS.add(
          PlanKey.of(
                  "seed",
                  ValueReader.wholeNumber(),
                  "Decides the order of the trials and what each user sends when; every repetition"
                      + " has a seed of its own that follows from it.")
              .usually(42L)
              .option("N", "--seed"));

  public static final PlanKey<RepetitionsSpec> REPETITIONS =
      KEYS.add(
          plan -> plan.values().of(ExperimentPlan.REPETITIONS),
          PlanKey.onMachine(
                  "repetitions",
                  anywhere ->
                      ValueReader.wholeNumber(1, RepetitionsSpec.CAP)
                          .as(RepetitionsSpec::of, RepetitionsSpec::most),
                  "a whole number from 1 to 100, or a rule like 3..10@10%",
                  RepetitionsSpec::stored,
                  "How often every variant runs, each time in fresh processes; with a rule from 3 to"
                      + " 10 times, until the intervals are within 10 %. In a file a rule is a map.")
              .usually(RepetitionsSpec.of(1))
              .option("N", "--repetitions", "--reps"));

  static {
    KEYS.addUnstored(RepetitionsSpec.LEAST);
    KEYS.addUnstored(RepetitionsSpec.MOST);
    KEYS.addUnstored(RepetitionsSpec.UNTIL);
  }

  public static final PlanKey<Thresholds> THRESHOLDS =
      KEYS.addOptional(
          plan -> plan.values().given(ExperimentPlan.THRESHOLDS),
          PlanKey.onMachine(
                  "thresholds",
                  anywhere -> thresholdsInWhole(),
                  "figure: \"< 50\" of columns of stages.csv, and variant or class: { figure: \"< 20\" }",
                  Thresholds::tree,
                  "What figures must be at every load, with <, <=, > or >=; where one is broken, the"
                      + " run ends with 3.")
              .usuallyAs("none"));

  public static final PlanKey<Integer> PROFILE =
      KEYS.add(
          PlanKey.of(
                  "profile",
                  ValueReader.wholeNumber(1, 10),
                  "How often every variant runs once more after all repetitions, with a profiler on the"
                      + " server that says what its CPU time goes into; these trials count for nothing"
                      + " else.")
              .usuallyAs("never")
              .option("N", "--profile"));

  public ExperimentPlan {
    variants = List.copyOf(variants);
    stages = List.copyOf(stages);
  }

  /** Whether something is made to fail in any stage. */
  public boolean hasFaults() {
    return stages.stream().anyMatch(stage -> !stage.faults().isEmpty());
  }

  /** The sides between which and the server the network is slow in any stage. */
  public Set<String> slowSides() {
    return stages.stream()
        .flatMap(stage -> stage.faults().stream())
        .filter(fault -> fault.kind() == FaultSpec.Kind.SLOW)
        .map(FaultSpec::between)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether any variant has several replicas. */
  public boolean hasReplicas() {
    return variants.stream().anyMatch(variant -> variant.replicas().areSeveral());
  }

  /** One that lists its stages. */
  public ExperimentPlan(
      SectionValues values,
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
    this(
        values,
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
        validity,
        Optional.empty());
  }

  /** What is usual for the keys that are in no map, under that name and seed. */
  public static SectionValues usual(String name, long seed) {
    return KEYS.usual()
        .with(NAME, name)
        .with(SEED, seed)
        .with(REPETITIONS, REPETITIONS.usual().orElseThrow());
  }

  public String name() {
    return values.of(NAME);
  }

  public String description() {
    return values.of(DESCRIPTION);
  }

  public long seed() {
    return values.of(SEED);
  }

  /** That there are, or at most where a rule decides. */
  public int repetitions() {
    return values.of(REPETITIONS).most();
  }

  /** Of every variant, after all repetitions; 0 where nobody asked for any. */
  public int profiledTrials() {
    return values.given(PROFILE).orElse(0);
  }

  /** Whether the trials of this number, counted from 1, are there for a profile alone. */
  public boolean isProfiled(int repetition) {
    return ProfileTrials.planned(profiledTrials(), repetitions()).has(repetition);
  }

  /** Present where it decides after which repetition a run ends. */
  public Optional<StoppingRule> stoppingRule() {
    return values.of(REPETITIONS).rule();
  }

  /** None where the plan has none. */
  public List<Threshold> thresholds() {
    return values.given(THRESHOLDS).orElse(Thresholds.NONE).all();
  }

  /** A map is no single value: it has a reader of its own. */
  private static ValueReader<Thresholds> thresholdsInWhole() {
    return ValueReader.writtenLike(
        "figure: \"< 50\"", "a map", text -> Thresholds.NONE, none -> false);
  }

  /** The largest number of users that any stage asks for, the warm-up included. */
  public int maxUsers() {
    return allStages().mapToInt(StageSpec::users).max().orElseThrow();
  }

  /** The stages in their order, the warm-up first. */
  public Stream<StageSpec> allStages() {
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
    return repetition == 1 ? seed() : Seeds.mix(seed(), repetition);
  }

  /** The same with another seed. */
  public ExperimentPlan withSeed(long newSeed) {
    return with(values.with(SEED, newSeed), variants, external);
  }

  /** The same with a part of its variants, which keep their places. */
  public ExperimentPlan withVariants(List<Variant> part) {
    return with(values, part, external);
  }

  /** The same for a server that someone else started. */
  public ExperimentPlan withExternal(ExternalSpec server) {
    return with(values, variants, Optional.of(server));
  }

  private ExperimentPlan with(
      SectionValues otherValues,
      List<Variant> otherVariants,
      Optional<ExternalSpec> otherExternal) {
    return new ExperimentPlan(
        otherValues,
        otherVariants,
        otherExternal,
        workload,
        warmUp,
        stages,
        deadlines,
        reconnect,
        driver,
        cpus,
        launch,
        validity,
        capacity);
  }
}
