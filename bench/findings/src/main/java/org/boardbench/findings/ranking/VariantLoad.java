package org.boardbench.findings.ranking;

import java.util.List;
import org.boardbench.findings.starts.OneStart;

/**
 * What the starts of a variant did under one load.
 *
 * @param starts all that the variant has, also those without a valid row here
 */
record VariantLoad(String variant, int users, List<StartAtLoad> starts) {
  static VariantLoad of(String variant, int users, List<OneStart> starts) {
    return new VariantLoad(
        variant, users, starts.stream().map(start -> StartAtLoad.of(start, users)).toList());
  }

  LoadState state() {
    long kept = starts.stream().filter(StartAtLoad::hasKept).count();
    long decided = kept + broken().size();
    if (2 * decided <= starts.size()) {
      return LoadState.UNDECIDED;
    }
    return 2 * kept > decided ? LoadState.KEPT : LoadState.BROKEN;
  }

  boolean isKept() {
    return state() == LoadState.KEPT;
  }

  boolean isBroken() {
    return state() == LoadState.BROKEN;
  }

  boolean isDecided() {
    return state() != LoadState.UNDECIDED;
  }

  /** Those that broke. */
  List<StartAtLoad> broken() {
    return starts.stream().filter(StartAtLoad::hasBroken).toList();
  }

  /** How many could say whether it was kept. */
  int decided() {
    return (int) starts.stream().filter(start -> start.hasKept() || start.hasBroken()).count();
  }
}
