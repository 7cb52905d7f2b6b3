package org.boardbench.plan;

import java.util.Map;
import java.util.Optional;
import org.boardbench.input.Durations;
import org.boardbench.input.Problems;
import org.boardbench.input.Sizes;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.ByteRate;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.FaultSpec.Kind;
import org.boardbench.plan.reading.PlanKey;

/** What each kind of fault needs, and what it cannot have. */
final class FaultNeeds {
  /** How {@code what} is to be, by the kind that is not of a program. */
  private static final Map<Kind, String> WHAT =
      Map.of(
          Kind.CUT, "must be users for a cut",
          Kind.PARTITION, "must be network for a partition, with between for its side",
          Kind.SLOW, "must be network for slow, with between for its side",
          Kind.ROLLING_RESTART, "must be replica for a rolling-restart");

  private final YamlMap map;
  private final FaultSpec spec;
  private final Problems problems;

  private FaultNeeds(YamlMap map, FaultSpec spec, Problems problems) {
    this.map = map;
    this.spec = spec;
    this.problems = problems;
  }

  /** Tells what of {@code spec}, read from {@code map}, does not fit its kind. */
  static void check(YamlMap map, FaultSpec spec, Problems problems) {
    FaultNeeds needs = new FaultNeeds(map, spec, problems);
    needs.requireTime();
    needs.requireWhat();
    needs.requireShare();
    needs.requireNetwork();
    needs.requireLimits();
  }

  private void requireTime() {
    switch (spec.kind()) {
      case STOP, PARTITION, SLOW, FILL -> demand(FaultSpec.FOR);
      case CUT ->
          refuse(FaultSpec.FOR, "cut has no duration, ", spec.lasts().map(Durations::format));
      case KILL -> {
        if (isOf(FaultSpec.WORKER)) {
          refuse(
              FaultSpec.FOR,
              "a worker is started again by its server, when that wants to, ",
              spec.lasts().map(Durations::format));
        }
      }
      case RESTART, ROLLING_RESTART -> {
        // Optional, and of any component.
      }
    }
  }

  private void requireWhat() {
    Optional<String> demand = Optional.ofNullable(WHAT.get(spec.kind()));
    if (demand.isPresent()) {
      if (!isOf(spec.kind().usualWhat())) {
        refuseWhat(demand.get());
      }
    } else if (isOf(FaultSpec.USERS) || isOf(FaultSpec.NETWORK)) {
      String worker = spec.kind() == Kind.KILL || spec.kind() == Kind.STOP ? ", worker" : "";
      refuseWhat("must be target, replica" + worker + " or a companion for " + spec.kind().key());
    } else if (spec.kind() == Kind.RESTART && isOf(FaultSpec.WORKER)) {
      refuseWhat(
          "must be target or a companion for a restart, since workers are started by their server");
    } else if (spec.kind() == Kind.FILL && isOf(FaultSpec.WORKER)) {
      refuseWhat(
          "must be target or a companion for fill, since workers share their server's limit");
    }
  }

  private void requireShare() {
    if (spec.kind() == Kind.CUT) {
      demand(FaultSpec.SHARE);
    } else {
      refuse(FaultSpec.SHARE, "only a cut has a share, ", spec.sharePct().map(pct -> pct + "%"));
    }
  }

  private void requireNetwork() {
    if (spec.kind() == Kind.SLOW) {
      demand(FaultSpec.DELAY);
    } else {
      refuse(
          FaultSpec.DELAY,
          "only slow has a delay, ",
          given(FaultSpec.DELAY).map(Durations::format));
      refuse(FaultSpec.RATE, "only slow has a rate, ", given(FaultSpec.RATE).map(ByteRate::text));
    }
    if (!spec.kind().isOfNetwork()) {
      refuse(
          FaultSpec.BETWEEN, "only partition and slow have two sides, ", given(FaultSpec.BETWEEN));
    }
  }

  private void requireLimits() {
    if (spec.kind() == Kind.FILL) {
      if (!map.has(FaultSpec.MEMORY.name()) && !map.has(FaultSpec.CPUS.name())) {
        problems.add(
            map.pathOf(FaultSpec.MEMORY.name()), "is missing; fill needs it, or cpus, or both");
      }
    } else {
      refuse(
          FaultSpec.MEMORY,
          "only fill lowers a limit, ",
          given(FaultSpec.MEMORY).map(Sizes::format));
      refuse(
          FaultSpec.CPUS, "only fill lowers a limit, ", given(FaultSpec.CPUS).map(String::valueOf));
    }
  }

  private boolean isOf(String what) {
    return spec.what().equals(what);
  }

  private <T> Optional<T> given(PlanKey<T> key) {
    return spec.values().given(key);
  }

  private void demand(PlanKey<?> key) {
    if (!map.has(key.name())) {
      problems.add(map.pathOf(key.name()), "is missing; " + spec.kind().key() + " needs it");
    }
  }

  private void refuse(PlanKey<?> key, String words, Optional<String> value) {
    value.ifPresent(text -> problems.add(map.pathOf(key.name()), words + "was " + text));
  }

  private void refuseWhat(String demand) {
    problems.add(map.pathOf(FaultSpec.WHAT.name()), demand + ", was " + spec.what());
  }
}
