package org.boardbench.calibrate;

import java.time.Duration;

/**
 * What a server that stalls once makes of messages that go on being due at an even rate: one that
 * is due during the stall waits for the rest of it, and all others wait for nothing. Who sends the
 * next message only when the last one has come back would see one late message instead: the
 * coordinated omission that this is to find.
 *
 * @param messages due in the hold, the stall included
 */
record StallQueue(long messages, double messagesPerSecond, Duration stall) {
  private static final double MS_PER_S = 1_000;

  /** The wait that so many percent of the messages do not exceed, in ms. */
  double percentileMs(double percentile) {
    long rank = (long) Math.ceil(messages * percentile / 100);
    return waitMs(messages - rank);
  }

  /** The longest wait, in ms. */
  double maxMs() {
    return waitMs(0);
  }

  /**
   * The longest wait but {@code longer} others. The first is due half an interval in, on average.
   */
  private double waitMs(long longer) {
    return Math.max(0, stall.toMillis() - MS_PER_S * (longer + 0.5) / messagesPerSecond);
  }
}
