package org.boardbench.account.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * What the hold's schedule asked for, beside what the ledger of the closed stage has of it. Every
 * planned message is looked up in the ledger, so that one that was never sent is seen as well.
 */
final class PlannedTotals implements PlannedMessages.Visitor {
  private final OpenStage stage;
  private final BoardShare share;
  private final StageSeconds rows;
  private final IntPredicate classes;
  private final long drainDeadlineNs;
  private final long[] owedInRow;
  private final Histogram notReturned = TimeHistograms.upTo(0);
  private long messages;
  private long sentBytes;
  private long owed;
  private long returned;
  private long complete;

  /** The user whose messages are shown now, and where in its part of the ledger they are. */
  private int user = -1;

  private SenderMessages sent;
  private int next;

  private PlannedTotals(
      OpenStage stage,
      BoardShare share,
      StageSeconds rows,
      IntPredicate classes,
      long drainDeadlineNs) {
    this.stage = stage;
    this.share = share;
    this.rows = rows;
    this.classes = classes;
    this.drainDeadlineNs = drainDeadlineNs;
    this.owedInRow = new long[rows.number()];
  }

  /**
   * @param classes whose messages it is about
   */
  static PlannedTotals of(
      OpenStage stage,
      BoardShare share,
      StageSeconds rows,
      IntPredicate classes,
      StageObservations observed) {
    PlannedTotals totals =
        new PlannedTotals(stage, share, rows, classes, observed.drainDeadlineNs());
    observed.planned().forEach(totals);
    return totals;
  }

  @Override
  public void message(int sender, int messageClass, long intendedNs, int bytes) {
    if (!share.has(sender) || !classes.test(messageClass)) {
      return;
    }
    if (sender != user) {
      user = sender;
      sent = stage.ledger().of(sender);
      next = 0;
    }
    messages++;
    int index = find(intendedNs);
    int receivers = owed(sender, index);
    owed += receivers;
    owedInRow[rows.of(intendedNs)] += receivers;
    sentBytes += index >= 0 ? bytes : 0;
    if (index >= 0 && sent.delivered(index) == sent.expected(index)) {
      complete++;
    }
    if (index >= 0 && sent.isReturned(index)) {
      returned++;
    } else {
      TimeHistograms.record(notReturned, intendedNs, drainDeadlineNs);
    }
  }

  /**
   * Where users come and go, only the roster knew how many were to be there: of a message that was
   * sent it is kept with it, and of an unserved one the account has counted it.
   */
  private int owed(int sender, int index) {
    if (stage.spec().churn().isEmpty()) {
      BoardAssignment boards = share.boards();
      return boards.members(boards.boardOf(sender), stage.spec().users());
    }
    return index >= 0 ? sent.expected(index) + sent.away(index) : 0;
  }

  /** The sent message that was intended for then; negative when there is none. */
  private int find(long intendedNs) {
    while (next < sent.confirmed() && !isAtOrAfter(next, intendedNs)) {
      next++;
    }
    return next < sent.confirmed() && sent.intendedNs(next) == intendedNs ? next : -1;
  }

  private boolean isAtOrAfter(int index, long intendedNs) {
    return sent.kind(index) == stage.mainKind() && sent.intendedNs(index) >= intendedNs;
  }

  long messages() {
    return messages;
  }

  /** Of those that were sent, without envelopes. */
  long sentBytes() {
    return sentBytes;
  }

  /**
   * @param unserved deliveries that the unserved ones among them would have had
   */
  long owed(long unserved) {
    return owed + (stage.spec().churn().isEmpty() ? 0 : unserved);
  }

  /** Of those intended for that row; {@code unserved} likewise. */
  long owedInRow(int row, long unserved) {
    return owedInRow[row] + (stage.spec().churn().isEmpty() ? 0 : unserved);
  }

  /** Messages that their sender got back. */
  long returned() {
    return returned;
  }

  /** Messages that every expected receiver got. */
  long complete() {
    return complete;
  }

  /**
   * RTT over all of them.
   *
   * @param rtt of those that came back
   */
  Histogram censored(Histogram rtt) {
    return TimeHistograms.sum(List.of(rtt, notReturned), Function.identity());
  }
}
