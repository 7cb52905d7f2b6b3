package org.boardbench.findings.ranking;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.boardbench.findings.starts.OneStart;
import org.boardbench.findings.starts.RunStarts;

/**
 * What a variant did from the least load to the greatest.
 *
 * @param loads by users, ascending
 */
record VariantCourse(String variant, List<VariantLoad> loads) {
  static VariantCourse of(String variant, RunStarts starts) {
    List<OneStart> all = starts.starts(variant);
    return new VariantCourse(
        variant, loads(starts).stream().map(users -> VariantLoad.of(variant, users, all)).toList());
  }

  /** Of all stages, also of those in which servers ended before a row could be stored. */
  static SortedSet<Integer> loads(RunStarts starts) {
    SortedSet<Integer> loads = new TreeSet<>(starts.users());
    loads.addAll(starts.endedUnder());
    return loads;
  }

  boolean isDecided() {
    return loads.stream().anyMatch(VariantLoad::isDecided);
  }

  Optional<VariantLoad> firstBroken() {
    return loads.stream().filter(VariantLoad::isBroken).findFirst();
  }

  /** The greatest load that it kept before any under which it broke. */
  Optional<KeptLoad> mostKept() {
    return loads.stream()
        .filter(load -> hasKept(load.users()))
        .reduce((_, later) -> later)
        .map(KeptLoad::of);
  }

  /** Whether it kept the load, and broke under no lesser one. */
  boolean hasKept(int users) {
    return loads.stream()
        .takeWhile(load -> !load.isBroken())
        .anyMatch(load -> load.users() == users && load.isKept());
  }
}
