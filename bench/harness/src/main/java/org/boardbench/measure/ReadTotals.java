package org.boardbench.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * The reads of a hold, and what is known of their times.
 *
 * @param receiveDelay as in {@link ArrivalSummary}, which has more on {@code clockMoveMaxNs},
 *     {@code bufferMaxPct} and {@code negativeTimes} too
 * @param frames that the {@code reads} completed
 * @param framesWithSharedStamp those whose time of arrival is that of a later one in the same read
 * @param bufferMaxPct 0 when no read was late
 */
public record ReadTotals(
    Histogram receiveDelay,
    long reads,
    long readsWithKernelTime,
    long frames,
    long framesWithSharedStamp,
    OptionalLong clockMoveMaxNs,
    double bufferMaxPct,
    long negativeTimes) {
  ReadTotals merge(ReadTotals other) {
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
        negativeTimes + other.negativeTimes);
  }

  ArrivalSummary summary() {
    return new ArrivalSummary(
        reads == 0 ? Optional.empty() : Optional.of(ArrivalClock.of(reads, readsWithKernelTime)),
        TimeHistograms.figures(receiveDelay),
        ratio(frames, reads),
        ratio(100 * framesWithSharedStamp, frames),
        clockMoveMaxNs,
        readsWithKernelTime == 0 ? OptionalDouble.empty() : OptionalDouble.of(bufferMaxPct),
        negativeTimes);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
