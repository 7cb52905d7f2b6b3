package org.boardbench.trial.capacity;

import java.util.List;
import java.util.Optional;
import org.boardbench.findings.capacity.CarriedUsers;
import org.boardbench.plan.model.CapacitySpec;

/**
 * What the starts of a search were for. Those that measured nothing are for nothing.
 *
 * @param bracket empty as long as there is none; the others mean nothing then
 */
record Course(Optional<FreshStart> bracket, Staircases staircases, Confirmation confirmation) {
  private static final FreshStart NONE = new FreshStart(List.of());

  static Course of(CapacitySpec spec, LoadGrid grid, List<FreshStart> starts) {
    List<FreshStart> measured = starts.stream().filter(FreshStart::hasMeasured).toList();
    Optional<FreshStart> bracket = measured.stream().findFirst();
    int end = Math.min(1, measured.size());
    Staircases staircases = new Staircases(spec, grid, bracket.orElse(NONE), List.of());
    while (end < measured.size() && !staircases.areDone()) {
      end++;
      staircases = new Staircases(spec, grid, bracket.orElse(NONE), measured.subList(1, end));
    }
    return new Course(
        bracket,
        staircases,
        new Confirmation(spec, grid, staircases, measured.subList(end, measured.size())));
  }

  ObjectiveCapacity capacity(int objective) {
    CarriedUsers found = staircases.capacity(objective);
    return new ObjectiveCapacity(
        staircases.starts(objective),
        found.values(),
        found.decidedMean(),
        found.low(),
        found.high(),
        found.isAtLeast(),
        found.atMostStarts(),
        confirmation.lowerBound(objective),
        confirmation.upperBound(objective));
  }
}
