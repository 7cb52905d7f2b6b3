package org.boardbench.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.plan.reading.Setting;
import org.boardbench.plan.scenario.ScenarioReader;
import org.boardbench.scenario.Scenario;

/**
 * Reads {@code stages} and {@code warm-up}, with {@code --users} and the options that hold for
 * every stage.
 */
final class StagesReader {
  private static final String STAGE = StageSpec.USERS.section();

  private final PlanValues values;
  private final ScenarioReader scenarios;
  private final FaultsReader faults;
  private final ChurnReader churns;
  private final Problems problems;

  StagesReader(PlanValues values, ScenarioReader scenarios) {
    this.values = values;
    this.scenarios = scenarios;
    this.faults = new FaultsReader(values);
    this.churns = new ChurnReader(values);
    this.problems = values.problems();
  }

  /** A stage of which parts may have had problems: those are not there. */
  record Draft(
      Optional<Setting<Integer>> users,
      SectionValues values,
      Optional<Scenario> scenario,
      Optional<ChurnReader.Choice> churn,
      List<FaultsReader.Draft> faults) {
    /** One in which nobody comes or goes, and nothing is made to fail. */
    Draft(Optional<Setting<Integer>> users, SectionValues values, Optional<Scenario> scenario) {
      this(users, values, scenario, Optional.empty(), List.of());
    }

    StageSpec spec() {
      List<FaultSpec> planned = faults.stream().map(FaultsReader.Draft::spec).toList();
      StageSpec spec =
          new StageSpec(
              users.orElseThrow().value(),
              planned.isEmpty() ? values : values.with(StageSpec.FAULTS, planned),
              scenario);
      return churn.flatMap(ChurnReader.Choice::churn).map(spec::with).orElse(spec);
    }
  }

  List<Draft> stages() {
    List<Draft> inFile = stagesInFile();
    SectionValues options = StageSpec.KEYS.options(values);
    boolean isScenarioGiven = values.option(PlanKeys.SCENARIO).isPresent();
    Optional<ChurnReader.Choice> churn = churns.ofOption();
    List<Draft> stages =
        values
            .optionList(StageSpec.USERS)
            .map(users -> replaceUsers(inFile, users))
            .orElse(inFile)
            .stream()
            .map(draft ->
                new Draft(
                    draft.users(),
                    draft.values().with(options),
                    draft.scenario().filter(own -> !isScenarioGiven),
                    churn.or(draft::churn),
                    draft.faults()))
            .toList();
    stages.forEach(this::requireFaultsWithinTheHold);
    return stages;
  }

  private void requireFaultsWithinTheHold(Draft stage) {
    stage
        .values()
        .given(StageSpec.HOLD)
        .ifPresent(hold -> faults.requireWithin(hold, stage.faults()));
  }

  /**
   * A stage before the first one, cut down to the first one's users where options made that smaller
   * than the file's author could know.
   *
   * @param deadlines bound the stays of both
   */
  Optional<StageSpec> warmUp(List<Draft> stages, DeadlineSpec deadlines) {
    Optional<Draft> warmUp = values.section(PlanKeys.WARM_UP.path(), STAGE).map(this::stageInFile);
    warmUp
        .filter(stage -> !stage.faults().isEmpty())
        .ifPresent(stage ->
            problems.add(
                PlanKeys.WARM_UP.path() + "." + StageSpec.FAULTS.name(),
                "must be in a stage, whose figures are kept, was in the warm-up"));
    churns.requireTimeToJoin(
        Stream.concat(warmUp.stream(), stages.stream())
            .flatMap(draft -> draft.churn().stream())
            .distinct()
            .toList(),
        deadlines);
    Optional<Setting<Integer>> first = stages.stream().findFirst().flatMap(Draft::users);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Optional<StageSpec> spec = warmUp.map(Draft::spec);
    return first.filter(Setting::isOption).isPresent()
        ? spec.map(stage -> stage.withUsers(Math.min(first.orElseThrow().value(), stage.users())))
        : spec;
  }

  private List<Draft> stagesInFile() {
    if (values.file().isEmpty()) {
      return List.of();
    }
    List<YamlMap> maps = values.file().flatMap(root -> root.maps("stages")).orElse(List.of());
    if (maps.isEmpty() && values.option(StageSpec.USERS).isEmpty()) {
      problems.add("stages", "at least one stage is needed, was none");
    }
    return maps.stream().map(map -> stageInFile(values.checked(map, STAGE))).toList();
  }

  private Draft stageInFile(YamlMap map) {
    return new Draft(
        values.read(map.required(StageSpec.USERS.name()), StageSpec.USERS),
        StageSpec.KEYS.read(values, map),
        scenarios.of(map),
        churns.of(map),
        faults.inFile(map));
  }

  /** The rest comes from the file's stage at the same place; its last one is repeated. */
  private List<Draft> replaceUsers(List<Draft> inFile, List<Entry> users) {
    if (inFile.isEmpty() && values.option(StageSpec.HOLD).isEmpty()) {
      problems.add(StageSpec.HOLD.flag(), "is missing, and no stage of a file gives a hold");
    }
    List<Draft> stages = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      Draft pattern =
          inFile.isEmpty()
              ? new Draft(Optional.empty(), StageSpec.KEYS.usual(), Optional.empty())
              : inFile.get(Math.min(i, inFile.size() - 1));
      Optional<Setting<Integer>> number = values.read(Optional.of(users.get(i)), StageSpec.USERS);
      stages.add(
          new Draft(
              number, pattern.values(), pattern.scenario(), pattern.churn(), pattern.faults()));
    }
    return stages;
  }
}
