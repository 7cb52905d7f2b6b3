package org.boardbench.account.record;

import java.util.List;
import java.util.function.Function;
import org.boardbench.account.record.PhaseTally.Figure;

/**
 * How far the account of one phase has come. The counts are as {@code MessageCounts} has them; no
 * later snapshot has a lower one.
 *
 * @param unserved messages that the server has left no way to send
 * @param owed deliveries that the messages due so far would have had, had every planned user been
 *     joined
 * @param rtt response times of own messages that came back
 * @param delivery delivery times
 * @param sendDelay of the messages sent
 * @param reach until the last expected receiver had it, of the messages that all of them have; of
 *     the stage's main phase alone
 */
public record PhaseSnapshot(
    long sent,
    long expected,
    long delivered,
    long duplicated,
    long reordered,
    long corrupt,
    long misrouted,
    long unserved,
    long owed,
    TimeCounts rtt,
    TimeCounts delivery,
    TimeCounts sendDelay,
    TimeCounts reach) {
  public static PhaseSnapshot of(List<PhaseTally> loops) {
    // Deliveries first: one that overtakes the account of its message must not hide another.
    long delivered = sum(loops, Figure.DELIVERED);
    return new PhaseSnapshot(
        sum(loops, Figure.SENT),
        sum(loops, Figure.EXPECTED),
        delivered,
        sum(loops, Figure.DUPLICATED),
        sum(loops, Figure.REORDERED),
        sum(loops, Figure.CORRUPT),
        sum(loops, Figure.MISROUTED),
        sum(loops, Figure.UNSERVED),
        sum(loops, Figure.EXPECTED)
            + sum(loops, Figure.OWED_AWAY)
            + sum(loops, Figure.OWED_UNSERVED),
        times(loops, PhaseTally::rtt),
        times(loops, PhaseTally::delivery),
        times(loops, PhaseTally::sendDelay),
        times(loops, PhaseTally::reach));
  }

  /** Expected deliveries that have not arrived so far. */
  public long outstanding() {
    return Math.max(0, expected - delivered);
  }

  public static long sum(List<PhaseTally> loops, Figure figure) {
    return loops.stream().mapToLong(loop -> loop.of(figure)).sum();
  }

  private static TimeCounts times(List<PhaseTally> loops, Function<PhaseTally, TimeBuckets> times) {
    return TimeCounts.of(loops.stream().map(times).toList());
  }
}
