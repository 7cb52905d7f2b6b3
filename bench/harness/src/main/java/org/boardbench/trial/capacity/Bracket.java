package org.boardbench.trial.capacity;

import java.util.List;
import java.util.OptionalInt;
import org.boardbench.plan.model.CapacitySpec;

/**
 * One start in large steps, until no objective is kept. It only has to say where to begin with
 * small steps, so a load that stays undecided is passed over: once, since the driver's limit leaves
 * all that are above it undecided.
 */
final class Bracket {
  private static final double STEP = 1.5;
  private static final int MOST_UNDECIDED = 1;

  private Bracket() {}

  static OptionalInt next(CapacitySpec spec, List<LoadOutcome> holds) {
    if (holds.isEmpty()) {
      return OptionalInt.of(spec.leastUsers());
    }
    LoadOutcome last = holds.getLast();
    OptionalInt next = Climb.next(holds, _ -> above(spec, last.users()));
    boolean isUndecided = next.isEmpty() && !last.isValid() && !last.isOverload();
    return isUndecided && undecidedLoads(holds) <= MOST_UNDECIDED
        ? above(spec, last.users())
        : next;
  }

  private static long undecidedLoads(List<LoadOutcome> holds) {
    long loads = holds.stream().mapToInt(LoadOutcome::users).distinct().count();
    long decided =
        holds.stream().filter(LoadOutcome::isValid).mapToInt(LoadOutcome::users).distinct().count();
    return loads - decided;
  }

  private static OptionalInt above(CapacitySpec spec, int users) {
    int above = Math.max(users + 1, (int) Math.round(users * STEP));
    return users < spec.mostUsers()
        ? OptionalInt.of(Math.min(above, spec.mostUsers()))
        : OptionalInt.empty();
  }
}
