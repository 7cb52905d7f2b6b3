package org.boardbench.account.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.core.ArrivalClock;
import org.boardbench.results.row.StageRecord;

/**
 * The reads of a hold, and what is known of their times.
 *
 * @param receiveDelay from the kernel's time of arrival to the driver's read, over frames; only
 *     where the kernel tells
 * @param frames that the {@code reads} completed
 * @param framesWithSharedStamp those whose time of arrival is that of a later one in the same read,
 *     and so an upper bound
 * @param clockMoveMaxNs the most that the kernel's clock moved against the run clock from one
 *     second to the next; empty when nobody compared them
 * @param bufferMaxPct how full a socket's receive buffer had become at most by the time the driver
 *     read it late; 0 when no read was late
 * @param ringShortages how often a loop on io_uring found a queue of its ring full, so that
 *     something waited in the kernel; empty when no loop was on io_uring
 * @param negativeTimes deliveries, sends and reads with a time that came out below zero, because
 *     clocks disagree, and was taken as 0; a read's is its receive delay, which is taken as 1 ns
 */
public record ReadTotals(
    Histogram receiveDelay,
    long reads,
    long readsWithKernelTime,
    long frames,
    long framesWithSharedStamp,
    OptionalLong clockMoveMaxNs,
    double bufferMaxPct,
    OptionalLong ringShortages,
    long negativeTimes) {
  public ReadTotals merge(ReadTotals other) {
    return new ReadTotals(
        TimeHistograms.sum(List.of(this, other), ReadTotals::receiveDelay),
        reads + other.reads,
        readsWithKernelTime + other.readsWithKernelTime,
        frames + other.frames,
        framesWithSharedStamp + other.framesWithSharedStamp,
        clockMoveMaxNs.isEmpty() || other.clockMoveMaxNs.orElse(-1) > clockMoveMaxNs.getAsLong()
            ? other.clockMoveMaxNs
            : clockMoveMaxNs,
        Math.max(bufferMaxPct, other.bufferMaxPct),
        sum(ringShortages, other.ringShortages),
        negativeTimes + other.negativeTimes);
  }

  /** Empty when there was no read. */
  public Optional<ArrivalClock> clock() {
    return reads == 0 ? Optional.empty() : Optional.of(ArrivalClock.of(reads, readsWithKernelTime));
  }

  public StageRecord.Arrivals figures() {
    return new StageRecord.Arrivals(
        clock().map(clock -> clock.name().toLowerCase(Locale.ROOT)),
        TimeHistograms.figures(receiveDelay),
        ratio(frames, reads),
        ratio(100 * framesWithSharedStamp, frames),
        readsWithKernelTime == 0 ? OptionalDouble.empty() : OptionalDouble.of(bufferMaxPct),
        ringShortages,
        negativeTimes);
  }

  private static OptionalLong sum(OptionalLong one, OptionalLong other) {
    return one.isEmpty() ? other : OptionalLong.of(one.getAsLong() + other.orElse(0));
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
