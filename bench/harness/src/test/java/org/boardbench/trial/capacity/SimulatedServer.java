package org.boardbench.trial.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.plan.model.ConfirmChoice;
import org.boardbench.plan.model.ObjectiveSpec;

/**
 * A server that is a formula, and searches for its capacities.
 *
 * @param knees the most users at which a usual start keeps each objective
 * @param startSpread standard deviation of the logarithm of the starts' knees
 * @param holdSpread the same of the holds of one start
 * @param longHoldShare what a long hold leaves of a knee
 * @param driverLimit rows of more users are invalid
 * @param otherShare how many of the starts are of another kind, 0 to 1
 * @param otherFactor what those have of a usual one's knees
 */
record SimulatedServer(
    List<Integer> knees,
    double startSpread,
    double holdSpread,
    double longHoldShare,
    int driverLimit,
    double otherShare,
    double otherFactor) {
  private static final Duration RAMP = Duration.ofSeconds(1);
  private static final Duration HOLD = Duration.ofSeconds(10);
  private static final Duration LONG_HOLD = Duration.ofSeconds(60);

  /** No search takes so many holds in one start, nor so many starts. */
  private static final int ENDLESS = 300;

  /** One that always does the same. */
  static SimulatedServer exact(Integer... knees) {
    return new SimulatedServer(List.of(knees), 0, 0, 1, Integer.MAX_VALUE, 0, 1);
  }

  SimulatedServer withSpread(double ofStarts, double ofHolds) {
    return new SimulatedServer(
        knees, ofStarts, ofHolds, longHoldShare, driverLimit, otherShare, otherFactor);
  }

  SimulatedServer withDriverLimit(int users) {
    return new SimulatedServer(
        knees, startSpread, holdSpread, longHoldShare, users, otherShare, otherFactor);
  }

  SimulatedServer withLongHoldShare(double share) {
    return new SimulatedServer(
        knees, startSpread, holdSpread, share, driverLimit, otherShare, otherFactor);
  }

  /** Some starts break far below all others, as where a JIT or a thread's place decides. */
  SimulatedServer withOtherKind(double share, double factor) {
    return new SimulatedServer(
        knees, startSpread, holdSpread, longHoldShare, driverLimit, share, factor);
  }

  /** What an interval for an objective is to hold: the geometric mean of all starts' knees. */
  double meanKnee(int objective) {
    return knees.get(objective) * Math.pow(otherFactor, otherShare);
  }

  /** A search for so many objectives, between 20 and 6000 users. */
  static CapacitySpec spec(int objectives, int starts, int confirmStarts) {
    List<ObjectiveSpec> asked = new ArrayList<>();
    for (int i = 0; i < objectives; i++) {
      asked.add(new ObjectiveSpec(Duration.ofMillis(10L << i), 0.1, 0));
    }
    return new CapacitySpec(
        asked, 20, 6000, RAMP, HOLD, 5, starts, ConfirmChoice.ALL, RAMP, LONG_HOLD, confirmStarts);
  }

  /** The same from 100 users on, in steps of 5 %, with one of the objectives to confirm. */
  static CapacitySpec shortSpec(int objectives, int starts, int confirmStarts) {
    return shortSpec(objectives, 5, starts, confirmStarts);
  }

  static CapacitySpec shortSpec(int objectives, double stepPct, int starts, int confirmStarts) {
    CapacitySpec spec = spec(objectives, starts, confirmStarts);
    return new CapacitySpec(
        spec.objectives(),
        100,
        spec.mostUsers(),
        RAMP,
        HOLD,
        stepPct,
        starts,
        ConfirmChoice.LOOSEST,
        RAMP,
        LONG_HOLD,
        confirmStarts);
  }

  /** What a start measured, and what for. */
  record MeasuredStart(SearchPhase phase, FreshStart start, Duration held, boolean isOfOtherKind) {
    List<Integer> loads() {
      return start.holds().stream().map(LoadOutcome::users).toList();
    }
  }

  /** A search that has come to its end. */
  record MeasuredSearch(List<MeasuredStart> starts, List<ObjectiveCapacity> capacities) {
    List<MeasuredStart> of(SearchPhase phase) {
      return starts.stream().filter(start -> start.phase() == phase).toList();
    }

    int holds(SearchPhase phase) {
      return of(phase).stream().mapToInt(start -> start.loads().size()).sum();
    }
  }

  MeasuredSearch search(CapacitySpec spec, Random random) {
    LoadSearch search = new LoadSearch(spec);
    List<MeasuredStart> starts = new ArrayList<>();
    List<FreshStart> earlier = new ArrayList<>();
    for (Optional<NextHold> first = search.next(earlier, List.of());
        first.isPresent();
        first = search.next(earlier, List.of())) {
      starts.add(start(search, earlier, first.get().phase(), random));
      earlier.add(starts.getLast().start());
      failIfEndless(earlier);
    }
    return new MeasuredSearch(starts, search.capacities(earlier));
  }

  private MeasuredStart start(
      LoadSearch search, List<FreshStart> earlier, SearchPhase phase, Random random) {
    // Not asked for where all are of one kind, so that a seed gives the same starts.
    boolean isOfOtherKind = otherShare > 0 && random.nextDouble() < otherShare;
    double ofStart =
        Math.exp(startSpread * random.nextGaussian()) * (isOfOtherKind ? otherFactor : 1);
    List<LoadOutcome> holds = new ArrayList<>();
    Duration held = Duration.ZERO;
    for (Optional<NextHold> next = search.next(earlier, holds);
        next.isPresent();
        next = search.next(earlier, holds)) {
      if (!holds.isEmpty() && holds.getLast().isOverload()) {
        throw new AssertionError("goes on in an overloaded start: " + holds);
      }
      holds.add(outcome(next.get(), ofStart * Math.exp(holdSpread * random.nextGaussian())));
      held = held.plus(next.get().hold());
      failIfEndless(holds);
    }
    return new MeasuredStart(phase, new FreshStart(holds), held, isOfOtherKind);
  }

  private LoadOutcome outcome(NextHold asked, double factor) {
    double share = asked.hold().equals(LONG_HOLD) ? longHoldShare : 1;
    return new LoadOutcome(
        asked.users(),
        asked.users() <= driverLimit,
        knees.stream().map(knee -> asked.users() <= knee * share * factor).toList());
  }

  private static void failIfEndless(List<?> measured) {
    if (measured.size() > ENDLESS) {
      throw new AssertionError("does not end");
    }
  }
}
