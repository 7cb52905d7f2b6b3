package org.boardbench.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.input.Durations;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.plan.reading.Setting;

/**
 * Reads {@code stages[].faults}, and finds what cannot be: a fault past the hold, a kind without
 * what it needs, two at a time of one component. Whether a target has the component is known where
 * its manifest is.
 */
final class FaultsReader {
  private final PlanValues values;
  private final Problems problems;

  FaultsReader(PlanValues values) {
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * A fault with its place.
   *
   * @param place its path, e.g. {@code stages[1].faults[2]}
   */
  record Draft(String place, FaultSpec spec) {
    private String key(PlanKey<?> key) {
      return place + "." + key.name();
    }

    private Duration earliest() {
      return spec.at().earliest();
    }

    /** Until when something may still be wrong with the component; the hold's end at the latest. */
    private Duration end(Duration hold) {
      boolean isForGood =
          spec.kind() == FaultSpec.Kind.KILL && isOfAProgram() && spec.lasts().isEmpty();
      boolean isOpen = spec.kind() == FaultSpec.Kind.ROLLING_RESTART;
      return isForGood || isOpen
          ? hold
          : spec.at().latest().plus(spec.lasts().orElse(Duration.ZERO));
    }

    private boolean isOfAProgram() {
      return !spec.what().equals(FaultSpec.WORKER) && !spec.what().equals(FaultSpec.USERS);
    }

    /**
     * A worker is part of the target, and so is a replica; a program may fail while its network
     * does.
     */
    private String component() {
      if (spec.kind().isOfNetwork()) {
        return FaultSpec.NETWORK + " " + spec.between();
      }
      boolean isPart =
          spec.what().equals(FaultSpec.WORKER) || spec.what().equals(FaultSpec.REPLICA);
      return isPart ? FaultSpec.TARGET : spec.what();
    }
  }

  /** Those of a stage that could be read. */
  List<Draft> inFile(YamlMap stage) {
    String key = StageSpec.FAULTS.name();
    return stage.maps(key).orElse(List.of()).stream()
        .flatMap(map -> fault(values.checked(map, FaultSpec.SECTION)).stream())
        .toList();
  }

  private Optional<Draft> fault(YamlMap map) {
    Optional<FaultSpec.Moment> at = read(map.required(FaultSpec.AT.name()), FaultSpec.AT);
    Optional<FaultSpec.Kind> kind = read(map.required(FaultSpec.KIND.name()), FaultSpec.KIND);
    Optional<String> what = read(map.scalar(FaultSpec.WHAT.name()), FaultSpec.WHAT);
    Optional<Duration> lasts = read(map.scalar(FaultSpec.FOR.name()), FaultSpec.FOR);
    Optional<Integer> share = read(map.scalar(FaultSpec.SHARE.name()), FaultSpec.SHARE);
    SectionValues special = FaultSpec.KEYS.read(values, map);
    if (at.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    FaultSpec spec =
        new FaultSpec(
            at.get(), kind.get(), what.orElse(kind.get().usualWhat()), lasts, share, special);
    FaultNeeds.check(map, spec, problems);
    String place = map.pathOf("").replaceFirst("\\.$", "");
    return Optional.of(new Draft(place, spec));
  }

  private <T> Optional<T> read(Optional<Entry> entry, PlanKey<T> key) {
    return values.read(entry, key).map(Setting::value);
  }

  /** What can only be seen once options have said how long the hold is. */
  void requireWithin(Duration hold, List<Draft> faults) {
    List<Draft> within = new ArrayList<>();
    for (Draft fault : faults) {
      if (isWithin(hold, fault)) {
        within.stream()
            .filter(other -> isTogether(hold, other, fault))
            .findFirst()
            .ifPresent(other ->
                problems.add(
                    fault.key(FaultSpec.AT),
                    "must be after the %s (%s) of the same component has ended, was %s"
                        .formatted(
                            other.spec().kind().key(), other.place(), fault.spec().at().text())));
        within.add(fault);
      }
    }
  }

  private boolean isWithin(Duration hold, Draft fault) {
    Duration latest = fault.spec().at().latest();
    if (latest.compareTo(hold) >= 0) {
      problems.add(
          fault.key(FaultSpec.AT),
          "must be within the hold of %s, was %s"
              .formatted(Durations.format(hold), fault.spec().at().text()));
      return false;
    }
    Duration lasts = fault.spec().lasts().orElse(Duration.ZERO);
    if (latest.plus(lasts).compareTo(hold) > 0) {
      problems.add(
          fault.key(FaultSpec.FOR),
          "must end with the hold of %s, was %s from %s on"
              .formatted(
                  Durations.format(hold), Durations.format(lasts), Durations.format(latest)));
      return false;
    }
    return true;
  }

  private static boolean isTogether(Duration hold, Draft one, Draft other) {
    return one.component().equals(other.component())
        && one.earliest().compareTo(other.end(hold)) <= 0
        && other.earliest().compareTo(one.end(hold)) <= 0;
  }
}
