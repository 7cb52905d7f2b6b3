package org.boardbench.account.record;

import java.util.List;
import java.util.function.Function;
import org.boardbench.account.record.PhaseTally.Figure;

/**
 * How far the account of one phase has come. The counts are as {@code MessageCounts} has them; no
 * later snapshot has a lower one.
 *
 * @param unserved messages that the server has left no way to send
 * @param rtt response times of own messages that came back
 * @param delivery delivery times
 * @param sendDelay of the messages sent
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
    TimeCounts rtt,
    TimeCounts delivery,
    TimeCounts sendDelay) {
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
        times(loops, PhaseTally::rtt),
        times(loops, PhaseTally::delivery),
        times(loops, PhaseTally::sendDelay));
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
