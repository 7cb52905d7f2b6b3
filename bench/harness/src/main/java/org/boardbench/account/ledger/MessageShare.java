package org.boardbench.account.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.PhaseTally;
import org.boardbench.account.record.ReachTimes;
import org.boardbench.account.record.TimeHistograms;

/**
 * What one loop saw of the messages of an open stage, of one class or of all of them. Written by
 * one thread; the tallies may be read at any time, the rest once the stage is closed.
 */
final class MessageShare {
  private final Map<Phase.Kind, PhaseTally> phases = new EnumMap<>(Phase.Kind.class);
  private final ReachTimes reach = ReachTimes.empty();
  private final Histogram pointAge = TimeHistograms.usual();

  MessageShare() {
    for (Phase.Kind kind : Phase.Kind.values()) {
      phases.put(kind, new PhaseTally());
    }
  }

  PhaseTally phase(Phase.Kind kind) {
    return phases.get(kind);
  }

  /** Of the messages that the stage's row is about. */
  ReachTimes reach() {
    return reach;
  }

  /**
   * Of those messages at receivers that are not their sender; of one class, where there are
   * several, and of all of them where there is one.
   */
  Histogram pointAge() {
    return pointAge;
  }
}
