package org.boardbench.report.claims;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.Region;
import org.boardbench.statistics.Refusal;

/**
 * How many starts of a variant keep the limits of a need.
 *
 * @param known those of which that is known
 */
record Keeping(int count, int known) {
  static Keeping of(List<OneStart> starts, List<Integer> loads, Need need) {
    List<Boolean> known =
        starts.stream().flatMap(start -> isKept(start, loads, need).stream()).toList();
    return new Keeping((int) known.stream().filter(isKept -> isKept).count(), known.size());
  }

  /**
   * Whether a start keeps all limits at all loads. It does not, where its server ended by itself;
   * it is not known, where a row is invalid or missing. Without limits, valid rows keep them.
   */
  static Optional<Boolean> isKept(OneStart start, List<Integer> loads, Need need) {
    if (loads.stream().anyMatch(start::hasEndedUpTo)) {
      return Optional.of(false);
    }
    if (need.keep().isEmpty()) {
      return start.isWhole(loads) ? Optional.of(true) : Optional.empty();
    }
    List<Optional<Boolean>> known =
        need.keep().stream().flatMap(limit -> isKept(start, loads, limit)).toList();
    if (known.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return known.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }

  private static Stream<Optional<Boolean>> isKept(
      OneStart start, List<Integer> loads, Need.Limit limit) {
    Region kept = Region.below(Math.nextUp(limit.atMost()));
    return loads.stream().map(users -> start.isWithin(users, limit.figure(), kept));
  }

  boolean isMost() {
    return 2 * count > known;
  }

  /** Whether there are enough starts to be sure of, and all of them say the same. */
  boolean isSure() {
    return known >= Refusal.LEAST_STARTS && (count == 0 || count == known);
  }
}
