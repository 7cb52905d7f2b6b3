package org.boardbench.findings.ranking;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.Bottleneck;

/**
 * What one start did under one load.
 *
 * @param rows valid ones; several where stages have the same users
 * @param ending how the server ended by itself there, or under fewer users; empty where it did not
 */
record StartAtLoad(List<StoredStage> rows, Optional<FailedStart> ending) {
  static StartAtLoad of(OneStart start, int users) {
    return new StartAtLoad(
        start.at(users).toList(), start.failure().filter(failure -> failure.hasEndedUpTo(users)));
  }

  /** In which ways it broke. */
  Set<Breach> breaches() {
    Set<Breach> found = EnumSet.noneOf(Breach.class);
    Arrays.stream(Breach.values())
        .filter(breach -> rows.stream().anyMatch(row -> breach.isIn(row).orElse(false)))
        .forEach(found::add);
    if (ending.isPresent()) {
      found.add(Breach.ENDED);
    }
    return found;
  }

  boolean hasBroken() {
    return !breaches().isEmpty();
  }

  /** Whether it is known to be within all bounds. */
  boolean hasKept() {
    return ending.isEmpty()
        && !rows.isEmpty()
        && rows.stream()
            .allMatch(row ->
                Arrays.stream(Breach.values())
                    .allMatch(breach -> breach.isIn(row).equals(Optional.of(false))));
  }

  /** Of the first row that names one. */
  Optional<Bottleneck> bottleneck() {
    return rows.stream()
        .flatMap(row -> Bottleneck.of(row.text(StageExtras.BOTTLENECK)).stream())
        .findFirst();
  }
}
