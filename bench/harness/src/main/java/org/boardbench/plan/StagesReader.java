package org.boardbench.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code stages} and {@code warm-up}, with {@code --users}, {@code --hold}, {@code --ramp}.
 */
final class StagesReader {
  private static final Set<String> STAGE_KEYS = Set.of("users", "ramp", "hold");

  private final Layers layers;
  private final Problems problems;

  StagesReader(Layers layers) {
    this.layers = layers;
    this.problems = layers.problems();
  }

  /** A stage of which parts may have had problems: those are empty. */
  record Draft(Optional<Setting<Integer>> users, Optional<Duration> ramp, Optional<Duration> hold) {
    StageSpec spec() {
      return new StageSpec(users.orElseThrow().value(), ramp.orElseThrow(), hold.orElseThrow());
    }
  }

  List<Draft> stages() {
    List<Draft> inFile = stagesInFile();
    Optional<Duration> hold = option(PlanOption.HOLD, Bounds.HOLD);
    Optional<Duration> ramp = option(PlanOption.RAMP, Bounds.RAMP);
    List<Draft> stages =
        layers
            .overrides()
            .entries(PlanOption.USERS)
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
    Optional<Draft> warmUp =
        layers.section("warm-up").map(map -> stageInFile(map.allowing(STAGE_KEYS)));
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
    if (layers.file().isEmpty()) {
      return List.of();
    }
    List<YamlMap> maps = layers.file().flatMap(root -> root.maps("stages")).orElse(List.of());
    if (maps.isEmpty() && layers.overrides().entry(PlanOption.USERS).isEmpty()) {
      problems.add("stages", "at least one stage is needed, was none");
    }
    return maps.stream().map(map -> stageInFile(map.allowing(STAGE_KEYS))).toList();
  }

  private Draft stageInFile(YamlMap map) {
    return new Draft(
        layers.read(map.required("users"), Bounds.USERS),
        Optional.of(layers.value(map.scalar("ramp"), Bounds.RAMP, Defaults.RAMP)),
        layers.read(map.required("hold"), Bounds.HOLD).map(Setting::value));
  }

  private <T> Optional<T> option(PlanOption option, ValueReader<T> reader) {
    return layers.read(layers.overrides().entry(option), reader).map(Setting::value);
  }

  /** Ramp and hold come from the file's stage at the same place; its last one is repeated. */
  private List<Draft> replaceUsers(List<Draft> inFile, List<Entry> users) {
    if (inFile.isEmpty() && layers.overrides().entry(PlanOption.HOLD).isEmpty()) {
      problems.add(PlanOption.HOLD.flag(), "is missing, and no stage of a file gives a hold");
    }
    List<Draft> stages = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      Draft pattern =
          inFile.isEmpty()
              ? new Draft(Optional.empty(), Optional.of(Defaults.RAMP), Optional.empty())
              : inFile.get(Math.min(i, inFile.size() - 1));
      Optional<Setting<Integer>> number = layers.read(Optional.of(users.get(i)), Bounds.USERS);
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
