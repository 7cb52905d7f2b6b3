package org.boardbench.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * One loop's reads of a hold, and what is known of their times. Written by one thread, read once
 * the stage is closed.
 */
final class ReadTally {
  private static final long USUAL_MAX_NS = 1_000_000_000;
  private static final long NEVER_COMPARED = -1;

  private final Histogram receiveDelay = TimeHistograms.upTo(USUAL_MAX_NS);
  private long reads;
  private long readsWithKernelTime;
  private long frames;
  private long framesWithSharedStamp;
  private long clockMoveMaxNs = NEVER_COMPARED;
  private double bufferMaxPct;

  /**
   * @param ownStamp whether the last of the {@code frames} ended with the read
   */
  void read(int frames, boolean ownStamp, long receivedNs, long readNs) {
    reads++;
    this.frames += frames;
    framesWithSharedStamp += ownStamp ? frames - 1 : frames;
    if (receivedNs < readNs) {
      readsWithKernelTime++;
      if (frames > 0) {
        receiveDelay.recordValueWithCount(readNs - receivedNs, frames);
      }
    }
  }

  void clockMoved(long byNs) {
    clockMoveMaxNs = Math.max(clockMoveMaxNs, Math.abs(byNs));
  }

  void readLate(double bufferPct) {
    bufferMaxPct = Math.max(bufferMaxPct, bufferPct);
  }

  static ArrivalSummary summary(List<ReadTally> loops, long negativeTimes) {
    ReadTally sum = new ReadTally();
    loops.forEach(sum::add);
    return sum.summary(negativeTimes);
  }

  private void add(ReadTally other) {
    receiveDelay.add(other.receiveDelay);
    reads += other.reads;
    readsWithKernelTime += other.readsWithKernelTime;
    frames += other.frames;
    framesWithSharedStamp += other.framesWithSharedStamp;
    clockMoveMaxNs = Math.max(clockMoveMaxNs, other.clockMoveMaxNs);
    bufferMaxPct = Math.max(bufferMaxPct, other.bufferMaxPct);
  }

  private ArrivalSummary summary(long negativeTimes) {
    return new ArrivalSummary(
        reads == 0 ? Optional.empty() : Optional.of(ArrivalClock.of(reads, readsWithKernelTime)),
        TimeSummary.of(receiveDelay),
        ratio(frames, reads),
        ratio(100 * framesWithSharedStamp, frames),
        clockMoveMaxNs == NEVER_COMPARED ? OptionalLong.empty() : OptionalLong.of(clockMoveMaxNs),
        readsWithKernelTime == 0 ? OptionalDouble.empty() : OptionalDouble.of(bufferMaxPct),
        negativeTimes);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
