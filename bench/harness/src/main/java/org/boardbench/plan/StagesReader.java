package org.boardbench.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.core.Problems;
import org.boardbench.plan.reading.Entry;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Setting;
import org.boardbench.plan.reading.YamlMap;

/**
 * Reads {@code stages} and {@code warm-up}, with {@code --users}, {@code --hold}, {@code --ramp}.
 */
final class StagesReader {
  private static final String STAGE = StageSpec.USERS.section();

  private final PlanValues values;
  private final Problems problems;

  StagesReader(PlanValues values) {
    this.values = values;
    this.problems = values.problems();
  }

  /** A stage of which parts may have had problems: those are empty. */
  record Draft(Optional<Setting<Integer>> users, Optional<Duration> ramp, Optional<Duration> hold) {
    StageSpec spec() {
      return new StageSpec(users.orElseThrow().value(), ramp.orElseThrow(), hold.orElseThrow());
    }
  }

  List<Draft> stages() {
    List<Draft> inFile = stagesInFile();
    Optional<Duration> hold = option(StageSpec.HOLD);
    Optional<Duration> ramp = option(StageSpec.RAMP);
    List<Draft> stages =
        values
            .optionList(StageSpec.USERS)
            .map(users -> replaceUsers(inFile, users))
            .orElse(inFile)
            .stream()
            .map(s -> new Draft(s.users(), ramp.or(s::ramp), hold.or(s::hold)))
            .toList();
    requireGrowth(stages);
    return stages;
  }

  /**
   * A stage before the first one, cut down to the first one's users where options made that smaller
   * than the file's author could know: users only ever join.
   */
  Optional<StageSpec> warmUp(List<Draft> stages) {
    Optional<Draft> warmUp = values.section(PlanKeys.WARM_UP.path(), STAGE).map(this::stageInFile);
    Optional<Setting<Integer>> first = stages.stream().findFirst().flatMap(Draft::users);
    warmUp
        .flatMap(Draft::users)
        .filter(users -> first.isPresent() && !first.get().isOption())
        .filter(users -> users.value() > first.orElseThrow().value())
        .ifPresent(users ->
            problems.add(
                users.key(),
                "must be at most "
                    + first.orElseThrow().value()
                    + ", the users of the first stage, was "
                    + users.value()));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return warmUp.map(Draft::spec).map(spec -> cutTo(first.orElseThrow().value(), spec));
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
        values
            .read(map.scalar(StageSpec.RAMP.name()), StageSpec.RAMP)
            .map(Setting::value)
            .or(StageSpec.RAMP::usual),
        values.read(map.required(StageSpec.HOLD.name()), StageSpec.HOLD).map(Setting::value));
  }

  private <T> Optional<T> option(PlanKey<T> key) {
    return values.read(values.option(key), key).map(Setting::value);
  }

  /** Ramp and hold come from the file's stage at the same place; its last one is repeated. */
  private List<Draft> replaceUsers(List<Draft> inFile, List<Entry> users) {
    if (inFile.isEmpty() && values.option(StageSpec.HOLD).isEmpty()) {
      problems.add(StageSpec.HOLD.flag(), "is missing, and no stage of a file gives a hold");
    }
    List<Draft> stages = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      Draft pattern =
          inFile.isEmpty()
              ? new Draft(Optional.empty(), StageSpec.RAMP.usual(), Optional.empty())
              : inFile.get(Math.min(i, inFile.size() - 1));
      Optional<Setting<Integer>> number = values.read(Optional.of(users.get(i)), StageSpec.USERS);
      stages.add(new Draft(number, pattern.ramp(), pattern.hold()));
    }
    return stages;
  }

  private void requireGrowth(List<Draft> stages) {
    List<Setting<Integer>> users =
        stages.stream().flatMap(stage -> stage.users().stream()).toList();
    for (int i = 1; i < users.size(); i++) {
      int before = users.get(i - 1).value();
      if (users.get(i).value() < before) {
        problems.add(
            users.get(i).key(),
            "must be at least "
                + before
                + ", the users of the stage before (users only join), was "
                + users.get(i).value());
      }
    }
  }

  private static StageSpec cutTo(int users, StageSpec spec) {
    return new StageSpec(Math.min(users, spec.users()), spec.ramp(), spec.hold());
  }
}
