package org.boardbench.trial.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.boardbench.plan.model.CapacitySpec;

/**
 * The search for the capacities of one variant: one start in large steps, then some in small ones,
 * each with a capacity of its own, then some straight at what was found. It keeps no state: the
 * same starts always lead to the same next one, so that a search can be taken up again from its
 * rows.
 */
public final class LoadSearch {
  /** Starts in a row of which nothing could be measured: one more would only take time. */
  private static final int MOST_FAILURES = 3;

  private final CapacitySpec spec;
  private final LoadGrid grid;

  public LoadSearch(CapacitySpec spec) {
    this.spec = spec;
    this.grid = LoadGrid.of(spec);
  }

  /**
   * What to measure next in a start.
   *
   * @param earlier starts that have come to their end, in order
   * @param holds of the start after them, in order; none when it has just begun
   * @return empty when the start is at its end; when it has just begun, when the search is
   */
  public Optional<NextHold> next(List<FreshStart> earlier, List<LoadOutcome> holds) {
    if (isGivenUp(earlier)) {
      return Optional.empty();
    }
    Course course = Course.of(spec, grid, earlier);
    if (course.bracket().isEmpty()) {
      return hold(SearchPhase.BRACKET, Bracket.next(spec, holds), spec.ramp(), spec.hold());
    }
    if (!course.staircases().areDone()) {
      return hold(SearchPhase.STAIRCASE, course.staircases().next(holds), spec.ramp(), spec.hold());
    }
    return hold(
        SearchPhase.CONFIRMATION,
        course.confirmation().next(holds),
        spec.confirmRamp(),
        spec.confirmHold());
  }

  /** What the starts so far say of each objective, in the plan's order. */
  public List<ObjectiveCapacity> capacities(List<FreshStart> starts) {
    Course course = Course.of(spec, grid, starts);
    return IntStream.range(0, spec.objectives().size()).mapToObj(course::capacity).toList();
  }

  /** What one start says of each objective, in the plan's order. */
  public List<StartCapacity> capacities(FreshStart start) {
    return IntStream.range(0, spec.objectives().size())
        .mapToObj(objective -> StartCapacity.of(objective, start.holds()))
        .toList();
  }

  /** In users, what a start in small steps counts as; empty when no hold of it decided. */
  public OptionalDouble users(StartCapacity ofStart) {
    return ofStart.users(grid);
  }

  /** Whether a start in small steps may have any amount less than what it counts as. */
  public boolean isAtMost(StartCapacity ofStart) {
    return ofStart.isAtMost(grid);
  }

  private static boolean isGivenUp(List<FreshStart> starts) {
    List<FreshStart> last =
        starts.subList(Math.max(0, starts.size() - MOST_FAILURES), starts.size());
    return last.size() == MOST_FAILURES && last.stream().noneMatch(FreshStart::hasMeasured);
  }

  private static Optional<NextHold> hold(
      SearchPhase phase, OptionalInt users, Duration ramp, Duration hold) {
    return users.isPresent()
        ? Optional.of(new NextHold(phase, users.getAsInt(), ramp, hold))
        : Optional.empty();
  }
}
