package org.boardbench.trial.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.boardbench.findings.capacity.CarriedUsers;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.plan.model.ConfirmChoice;

/**
 * Starts straight at a capacity that staircases found, with a longer hold, for buffers hide an
 * overload in a short one; a start that keeps the load goes one step above. Where the load turns
 * out to be an upper bound, or the one above to be a lower one, the next in that direction is
 * tried, until the two bounds are neighbours. A start serves all objectives that have the same
 * loads.
 */
final class Confirmation {
  /** Loads away from the capacity that was found; five are enough where starts differ by 20 %. */
  private static final int MOST_MOVES = 5;

  /** Starts under one load for each that is planned: some rows may be invalid. */
  private static final int TRIES_PER_START = 2;

  private final CapacitySpec spec;
  private final LoadGrid grid;
  private final Staircases staircases;
  private final List<FreshStart> starts;

  /**
   * @param starts that have come to their end
   */
  Confirmation(CapacitySpec spec, LoadGrid grid, Staircases staircases, List<FreshStart> starts) {
    this.spec = spec;
    this.grid = grid;
    this.staircases = staircases;
    this.starts = List.copyOf(starts);
  }

  /** The load to measure in a start that has done {@code holds}; empty when it is at its end. */
  OptionalInt next(List<LoadOutcome> holds) {
    if (spec.confirmStarts() == 0) {
      return OptionalInt.empty();
    }
    return switch (holds.size()) {
      case 0 -> confirmed().mapToObj(this::needed).flatMapToInt(OptionalInt::stream).findFirst();
      case 1 -> stepAbove(holds.getFirst());
      default -> OptionalInt.empty();
    };
  }

  private OptionalInt stepAbove(LoadOutcome first) {
    OptionalInt above = grid.above(first.users());
    boolean isWanted =
        above.isPresent()
            && confirmed()
                .filter(first::hasKept)
                .filter(objective -> !staircases.capacity(objective).isAtLeast())
                .filter(objective -> needed(objective).equals(OptionalInt.of(first.users())))
                .anyMatch(objective -> bound(objective, above.getAsInt()) == Bound.UNDECIDED);
    return isWanted ? above : OptionalInt.empty();
  }

  /** The load for which the objective needs one more start; empty when it has its bounds. */
  private OptionalInt needed(int objective) {
    CarriedUsers found = staircases.capacity(objective);
    OptionalDouble mean = found.mean();
    if (mean.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt load = OptionalInt.of(grid.atMost(mean.getAsDouble()));
    for (int move = 0; move <= MOST_MOVES && load.isPresent(); move++) {
      int users = load.getAsInt();
      switch (bound(objective, users)) {
        case UNDECIDED -> {
          return tries(users) < TRIES_PER_START * spec.confirmStarts() ? load : OptionalInt.empty();
        }
        case UPPER -> load = grid.below(users);
        case LOWER -> load = found.isAtLeast() ? OptionalInt.empty() : grid.above(users);
      }
      if (load.isPresent() && isBetween(objective, users, load.getAsInt())) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /** Whether two neighbours are a lower bound and an upper one. */
  private boolean isBetween(int objective, int one, int other) {
    return bound(objective, Math.min(one, other)) == Bound.LOWER
        && bound(objective, Math.max(one, other)) == Bound.UPPER;
  }

  /** The highest lower bound below every upper one; empty when there is none. */
  OptionalInt lowerBound(int objective) {
    OptionalInt upper = upperBound(objective);
    return tried().stream()
        .mapToInt(Integer::intValue)
        .filter(users -> bound(objective, users) == Bound.LOWER)
        .filter(users -> upper.isEmpty() || users < upper.getAsInt())
        .max();
  }

  /** The lowest upper bound; empty when there is none. */
  OptionalInt upperBound(int objective) {
    return tried().stream()
        .mapToInt(Integer::intValue)
        .filter(users -> bound(objective, users) == Bound.UPPER)
        .min();
  }

  private Bound bound(int objective, int users) {
    return evidence(objective, users).bound();
  }

  LoadEvidence evidence(int objective, int users) {
    List<LoadOutcome> holds = holds(users);
    return new LoadEvidence(
        (int) holds.stream().filter(hold -> hold.hasKept(objective)).count(),
        (int) holds.stream().filter(hold -> hold.hasViolated(objective)).count(),
        spec.confirmStarts());
  }

  private int tries(int users) {
    return holds(users).size();
  }

  private List<LoadOutcome> holds(int users) {
    return starts.stream()
        .flatMap(start -> start.holds().stream())
        .filter(hold -> hold.users() == users)
        .toList();
  }

  private SortedSet<Integer> tried() {
    return starts.stream()
        .flatMap(start -> start.holds().stream())
        .map(LoadOutcome::users)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private IntStream confirmed() {
    IntStream objectives = IntStream.range(0, spec.objectives().size());
    return spec.confirm() == ConfirmChoice.ALL
        ? objectives
        : objectives.boxed().max(Comparator.comparingDouble(this::users)).stream()
            .mapToInt(Integer::intValue);
  }

  private double users(int objective) {
    return staircases.capacity(objective).mean().orElse(0);
  }
}
