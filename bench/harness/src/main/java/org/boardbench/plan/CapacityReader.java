package org.boardbench.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.findings.threshold.Threshold;
import org.boardbench.findings.threshold.Thresholds;
import org.boardbench.input.Durations;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ObjectiveSpec;
import org.boardbench.plan.model.RepetitionsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Setting;
import org.boardbench.results.reason.Bound;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.scenario.Scenario;

/** Reads {@code capacity}, with the options of a stage that mean its loads too. */
final class CapacityReader {
  private static final String OBJECTIVE = ObjectiveSpec.RTT_P99.section();

  private static final double ROUNDING = 1e-6;

  private final PlanValues values;
  private final Problems problems;

  CapacityReader(PlanValues values) {
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * A search, and its least and largest load for bounds between keys.
   *
   * @param extremes in this order
   */
  record Search(CapacitySpec spec, List<StagesReader.Draft> extremes) {
    private Setting<Integer> leastUsers() {
      return extremes.getFirst().users().orElseThrow();
    }
  }

  /** Empty where the loads are listed. */
  Optional<Search> search() {
    String key = PlanKeys.CAPACITY.path();
    if (values.file().filter(root -> root.has(key)).isEmpty()) {
      refuseOptionsOfASearch();
      return Optional.empty();
    }
    refuseListedLoads();
    Setting<Integer> least = setting(CapacitySpec.LEAST_USERS);
    Setting<Integer> most = setting(CapacitySpec.MOST_USERS);
    if (least.value() > most.value()) {
      problems.add(
          most.key(),
          "must be at least %d (%s), was %d".formatted(least.value(), least.key(), most.value()));
    }
    CapacitySpec spec =
        new CapacitySpec(
            objectives(),
            least.value(),
            most.value(),
            replaced(CapacitySpec.RAMP, StageSpec.RAMP),
            replaced(CapacitySpec.HOLD, StageSpec.HOLD),
            value(CapacitySpec.STEP),
            value(CapacitySpec.STARTS),
            value(CapacitySpec.CONFIRM),
            value(CapacitySpec.CONFIRM_RAMP),
            value(CapacitySpec.CONFIRM_HOLD),
            value(CapacitySpec.CONFIRM_STARTS));
    List<StageSpec> extremes = spec.extremes();
    return Optional.of(
        new Search(
            spec, List.of(draft(extremes.getFirst(), least), draft(extremes.getLast(), most))));
  }

  private static StagesReader.Draft draft(StageSpec stage, Setting<Integer> users) {
    return new StagesReader.Draft(Optional.of(users), stage.values(), stage.ownScenario());
  }

  /** A search says in a way of its own how often each variant runs. */
  void refuse(Setting<RepetitionsSpec> repetitions) {
    if (repetitions.value().most() > 1) {
      problems.add(
          repetitions.key(),
          "must be 1 with capacity, where %s says how often, was %d"
              .formatted(CapacitySpec.STARTS.path(), repetitions.value().most()));
    }
  }

  /** Its loads go up to where a server breaks, so that no bound for all of them would be kept. */
  void refuse(Thresholds thresholds) {
    if (!thresholds.all().isEmpty()) {
      problems.add(
          ExperimentPlan.THRESHOLDS.path(),
          "cannot go with capacity, whose bounds are %s, was %s"
              .formatted(
                  CapacitySpec.OBJECTIVES.path(),
                  thresholds.all().stream()
                      .map(Threshold::words)
                      .collect(Collectors.joining(", "))));
    }
  }

  /**
   * Where a search ends, no two starts have the same loads, and none could be set beside another.
   */
  void refuseProfile(Setting<Integer> profile) {
    problems.add(profile.key(), "cannot go with capacity, was " + profile.value());
  }

  private void refuseOptionsOfASearch() {
    for (PlanKey<?> key : CapacitySpec.KEYS.keys()) {
      values
          .option(key)
          .ifPresent(option ->
              problems.add(
                  option.key(), "needs an experiment with capacity; this one lists stages"));
    }
  }

  private void refuseListedLoads() {
    values
        .file()
        .filter(root -> root.has(PlanKeys.STAGES.path()))
        .ifPresent(root ->
            problems.add(PlanKeys.STAGES.path(), "cannot go with capacity, which finds its loads"));
    for (PlanKey<?> key : List.of(StageSpec.USERS, StageSpec.RAMP_SHAPE, StageSpec.CHURN)) {
      values
          .option(key)
          .ifPresent(option ->
              problems.add(option.key(), "cannot go with capacity, which finds its loads"));
    }
  }

  /** With too few messages in a hold every row would be invalid, and nothing would be decided. */
  void refuseTooFewMessages(Search search, WorkloadSpec workload, ValiditySpec validity) {
    Scenario scenario =
        workload.scenario().weighedFor(search.leastUsers().value(), workload.boards());
    double ofUser = scenario.ratePerUser() * search.spec().hold().toMillis() / 1e3;
    double needed =
        validity.of(ReasonCode.FEW_SAMPLES) * 100 / (100 - validity.of(Bound.PERCENTILE));
    long users = (long) Math.ceil(needed / ofUser - ROUNDING);
    if (search.leastUsers().value() < users) {
      problems.add(
          search.leastUsers().key(),
          "must be at least %d, for a hold of %s to have the messages that validity asks for, was %d"
              .formatted(
                  users, Durations.format(search.spec().hold()), search.leastUsers().value()));
    }
  }

  private List<ObjectiveSpec> objectives() {
    Optional<List<YamlMap>> maps =
        values
            .section(PlanKeys.CAPACITY.path())
            .flatMap(section -> section.maps(CapacitySpec.OBJECTIVES.name()));
    if (maps.filter(list -> !list.isEmpty()).isEmpty()) {
      problems.add(CapacitySpec.OBJECTIVES.path(), "at least one is needed, was none");
    }
    return maps.orElse(List.of()).stream().map(this::objective).flatMap(Optional::stream).toList();
  }

  /** Empty when a part has a problem, which has been told then. */
  private Optional<ObjectiveSpec> objective(YamlMap map) {
    values.checked(map, OBJECTIVE);
    Optional<Duration> rttP99 =
        values
            .read(map.required(ObjectiveSpec.RTT_P99.name()), ObjectiveSpec.RTT_P99)
            .map(Setting::value);
    double owedLossPct = part(map, ObjectiveSpec.OWED_LOSS);
    int disconnects = part(map, ObjectiveSpec.DISCONNECTS);
    return rttP99.map(bound -> new ObjectiveSpec(bound, owedLossPct, disconnects));
  }

  /** The key's usual value where it has a problem, which has been told then. */
  private <T> T part(YamlMap map, PlanKey<T> key) {
    return values
        .read(map.scalar(key.name()), key)
        .map(Setting::value)
        .or(key::usual)
        .orElseThrow();
  }

  private <T> T value(PlanKey<T> key) {
    return values.given(key).or(key::usual).orElseThrow();
  }

  private <T> Setting<T> setting(PlanKey<T> key) {
    return values.read(key).orElseGet(() -> new Setting<>(key.path(), key.usual().orElseThrow()));
  }

  /** A key of the search, in whose place a stage's option may stand. */
  private <T> T replaced(PlanKey<T> key, PlanKey<T> ofStages) {
    T inFile = value(key);
    return values.read(values.option(ofStages), key).map(Setting::value).orElse(inFile);
  }
}
