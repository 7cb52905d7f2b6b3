package org.boardbench.account.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.PhaseTally;
import org.boardbench.account.record.PhaseTally.Figure;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.results.row.MessageCounts;

/**
 * What the ledger of a closed stage says once every message is looked at: sums by phase, and by
 * second of the stage.
 */
final class LedgerTotals {
  private static final class Sums {
    private long sent;
    private long expected;
    private long delivered;
    private long away;
  }

  private final OpenStage stage;
  private final StageSeconds rows;
  private final Map<Phase.Kind, Sums> sums = new EnumMap<>(Phase.Kind.class);
  private final long[] sentInRow;
  private final long[] expectedInRow;
  private final long[] lostInRow;
  private long negativeSendDelays;
  private final Histogram sendDelay = TimeHistograms.upTo(0);

  /**
   * @param classes whose messages it is about
   */
  LedgerTotals(OpenStage stage, StageSeconds rows, IntPredicate classes) {
    this.stage = stage;
    this.rows = rows;
    this.sentInRow = new long[rows.number()];
    this.expectedInRow = new long[rows.number()];
    this.lostInRow = new long[rows.number()];
    for (Phase.Kind kind : Phase.Kind.values()) {
      sums.put(kind, new Sums());
    }
    for (int sender = 0; sender < stage.ledger().senders(); sender++) {
      SenderMessages messages = stage.ledger().of(sender);
      for (int index = 0; index < messages.confirmed(); index++) {
        if (classes.test(messages.messageClass(index))) {
          add(messages, index);
        }
      }
    }
  }

  private void add(SenderMessages messages, int index) {
    Phase.Kind kind = messages.kind(index);
    int receivers = messages.expected(index);
    int reached = messages.delivered(index);
    Sums phase = sums.get(kind);
    phase.sent++;
    phase.expected += receivers;
    phase.delivered += reached;
    phase.away += messages.away(index);
    sentInRow[rows.of(messages.sentNs(index))]++;
    int intendedRow = rows.of(messages.intendedNs(index));
    expectedInRow[intendedRow] += receivers;
    lostInRow[intendedRow] += receivers - reached;
    if (kind == stage.mainKind()) {
      if (messages.sentNs(index) < messages.intendedNs(index)) {
        negativeSendDelays++;
      }
      TimeHistograms.record(sendDelay, messages.intendedNs(index), messages.sentNs(index));
    }
  }

  MessageCounts counts(Phase.Kind kind, long scheduled, List<PhaseTally> loops) {
    Sums phase = sums.get(kind);
    return new MessageCounts(
        scheduled,
        phase.sent,
        phase.expected,
        phase.delivered,
        PhaseSnapshot.sum(loops, Figure.DUPLICATED),
        PhaseSnapshot.sum(loops, Figure.REORDERED),
        0,
        PhaseSnapshot.sum(loops, Figure.MISROUTED));
  }

  /** Planned members who were not joined when a message of this kind was sent to their board. */
  long away(Phase.Kind kind) {
    return sums.get(kind).away;
  }

  long sentInRow(int row) {
    return sentInRow[row];
  }

  long expectedInRow(int row) {
    return expectedInRow[row];
  }

  long lostInRow(int row) {
    return lostInRow[row];
  }

  /** Messages of the hold that were sent, by the clock, before they were due. */
  long negativeSendDelays() {
    return negativeSendDelays;
  }

  Histogram sendDelay() {
    return sendDelay;
  }
}
