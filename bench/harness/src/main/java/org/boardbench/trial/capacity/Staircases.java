package org.boardbench.trial.capacity;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.boardbench.findings.capacity.CarriedUsers;
import org.boardbench.plan.model.CapacitySpec;

/**
 * Starts in small steps, each from well below where the bracket ends. Loads between the capacities
 * of two objectives, where none is in doubt, are left out.
 */
final class Staircases {
  /** Starts differ: one may have so much less than the bracket's. */
  private static final double MARGIN = 0.7;

  /** More than planned, where some came to no violation because of invalid rows. */
  private static final int SPARE_STARTS = 2;

  private final CapacitySpec spec;
  private final LoadGrid grid;
  private final FreshStart bracket;
  private final List<FreshStart> starts;

  /**
   * @param starts that have come to their end
   */
  Staircases(CapacitySpec spec, LoadGrid grid, FreshStart bracket, List<FreshStart> starts) {
    this.spec = spec;
    this.grid = grid;
    this.bracket = bracket;
    this.starts = List.copyOf(starts);
  }

  /** Whether there are as many starts as are needed. */
  boolean areDone() {
    return starts.size() >= spec.starts() + SPARE_STARTS
        || (starts.size() >= spec.starts() && objectives().noneMatch(this::lacksStarts));
  }

  /** Where no start at all came to a violation, more of them would not either. */
  private boolean lacksStarts(int objective) {
    int closed = capacity(objective).closed().size();
    return closed > 0 && closed < spec.starts();
  }

  /** What the starts say of one objective. */
  CarriedUsers capacity(int objective) {
    return new CarriedUsers(
        spec.starts(),
        grid.first(),
        starts(objective).stream().map(start -> start.carried(grid)).toList());
  }

  /** What each start says of it. */
  List<StartCapacity> starts(int objective) {
    return starts.stream().map(start -> StartCapacity.of(objective, start.holds())).toList();
  }

  /** The load to measure in a start that has done {@code holds}; empty when it is at its end. */
  OptionalInt next(List<LoadOutcome> holds) {
    return holds.isEmpty()
        ? objectives().map(this::from).min()
        : Climb.next(holds, open -> above(holds.getLast().users(), open));
  }

  private OptionalInt above(int users, List<Integer> open) {
    OptionalInt above = grid.above(users);
    int from = open.stream().mapToInt(this::from).min().orElseThrow();
    return above.isPresent() ? OptionalInt.of(Math.max(above.getAsInt(), from)) : above;
  }

  /**
   * Where the objective is first in doubt. Starts that came to a violation say that better than the
   * bracket, which a disturbance may have ended early: all others would climb from there.
   */
  private int from(int objective) {
    int known =
        starts.stream()
            .map(start -> StartCapacity.of(objective, start.holds()))
            .filter(capacity -> !capacity.isAtLeast())
            .mapToInt(capacity -> grid.below(capacity.upper().orElseThrow()).orElse(grid.first()))
            .min()
            .orElse(StartCapacity.of(objective, bracket.holds()).lower().orElse(spec.leastUsers()));
    return grid.atMost(MARGIN * known);
  }

  private IntStream objectives() {
    return IntStream.range(0, spec.objectives().size());
  }
}
