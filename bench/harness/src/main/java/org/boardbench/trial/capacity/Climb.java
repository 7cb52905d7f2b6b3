package org.boardbench.trial.capacity;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What all starts that go upwards from load to load have in common. */
final class Climb {
  /** Of one load in one start: a disturbance passes, the driver's limit does not. */
  static final int MOST_TRIES = 3;

  private Climb() {}

  /**
   * Repeats what is undecided, and ends where nothing that is still kept is left.
   *
   * @param holds of the start so far, one at least
   * @param higher the load to go on to, for the objectives that have not been violated yet; empty
   *     when there is none
   */
  static OptionalInt next(List<LoadOutcome> holds, Function<List<Integer>, OptionalInt> higher) {
    LoadOutcome last = holds.getLast();
    if (last.isOverload()) {
      return OptionalInt.empty();
    }
    if (!last.isValid()) {
      long tries = holds.stream().filter(hold -> hold.users() == last.users()).count();
      return tries < MOST_TRIES ? OptionalInt.of(last.users()) : OptionalInt.empty();
    }
    List<Integer> open =
        IntStream.range(0, last.kept().size())
            .filter(objective -> StartCapacity.of(objective, holds).isAtLeast())
            .boxed()
            .toList();
    return open.isEmpty() ? OptionalInt.empty() : higher.apply(open);
  }
}
