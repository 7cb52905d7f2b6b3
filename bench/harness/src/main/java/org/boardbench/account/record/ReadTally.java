package org.boardbench.account.record;

import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * One loop's reads of a hold, and what is known of their times. Written by one thread, read once
 * the stage is closed.
 */
public final class ReadTally {
  private static final long NEVER_COMPARED = -1;
  private static final long NO_RING = -1;

  private final Histogram receiveDelay = TimeHistograms.usual();
  private long reads;
  private long readsWithKernelTime;
  private long frames;
  private long framesWithSharedStamp;
  private long clockMoveMaxNs = NEVER_COMPARED;
  private double bufferMaxPct;
  private long ringShortages = NO_RING;

  /**
   * Counts one read of a socket.
   *
   * @param ownStamp whether the last of the {@code frames} ended with the read
   */
  public void read(int frames, boolean ownStamp, long receivedNs, long readNs) {
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

  public void clockMoved(long byNs) {
    clockMoveMaxNs = Math.max(clockMoveMaxNs, Math.abs(byNs));
  }

  public void readLate(double bufferPct) {
    bufferMaxPct = Math.max(bufferMaxPct, bufferPct);
  }

  /** A loop on io_uring tells how often its ring was too small. */
  public void ringWasShort(long times) {
    ringShortages = Math.max(0, ringShortages) + times;
  }

  public ReadTotals totals(long negativeTimes) {
    return new ReadTotals(
        receiveDelay,
        reads,
        readsWithKernelTime,
        frames,
        framesWithSharedStamp,
        clockMoveMaxNs == NEVER_COMPARED ? OptionalLong.empty() : OptionalLong.of(clockMoveMaxNs),
        bufferMaxPct,
        ringShortages == NO_RING ? OptionalLong.empty() : OptionalLong.of(ringShortages),
        negativeTimes);
  }
}
