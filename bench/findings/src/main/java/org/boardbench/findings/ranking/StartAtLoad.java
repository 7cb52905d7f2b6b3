package org.boardbench.findings.ranking;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.Bottleneck;

/**
 * What one start did under one load.
 *
 * @param rows valid ones; several where stages have the same users
 * @param isWhole whether no other row of the load is invalid or missing
 */
record StartAtLoad(List<StoredStage> rows, boolean isWhole) {
  static StartAtLoad of(OneStart start, int users) {
    return new StartAtLoad(start.at(users).toList(), start.isWhole(List.of(users)));
  }

  /** In which ways it broke. */
  Set<Breach> breaches() {
    Set<Breach> found = EnumSet.noneOf(Breach.class);
    Arrays.stream(Breach.values())
        .filter(breach -> rows.stream().anyMatch(row -> breach.isIn(row).orElse(false)))
        .forEach(found::add);
    return found;
  }

  boolean hasBroken() {
    return !breaches().isEmpty();
  }

  /** Whether it is known to be within all bounds. */
  boolean hasKept() {
    return isWhole
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
