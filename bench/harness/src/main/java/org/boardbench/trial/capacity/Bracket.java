package org.boardbench.trial.capacity;

import java.util.List;
import java.util.OptionalInt;
import org.boardbench.plan.model.CapacitySpec;

/** One start in large steps, until no objective is kept. */
final class Bracket {
  private static final double STEP = 1.5;

  private Bracket() {}

  static OptionalInt next(CapacitySpec spec, List<LoadOutcome> holds) {
    return holds.isEmpty()
        ? OptionalInt.of(spec.leastUsers())
        : Climb.next(holds, _ -> above(spec, holds.getLast().users()));
  }

  private static OptionalInt above(CapacitySpec spec, int users) {
    int above = Math.max(users + 1, (int) Math.round(users * STEP));
    return users < spec.mostUsers()
        ? OptionalInt.of(Math.min(above, spec.mostUsers()))
        : OptionalInt.empty();
  }
}
