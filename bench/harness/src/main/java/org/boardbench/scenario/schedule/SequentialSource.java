package org.boardbench.scenario.schedule;

import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;

/** Messages whose times come from a generator's state, one after the other. */
public abstract class SequentialSource extends OneClassSource {
  private final long startNs;
  private long lastNs;

  protected SequentialSource(
      MessageClass messageClass, PayloadSizes sizes, long startNs, long userSeed) {
    super(messageClass, sizes, userSeed);
    this.startNs = startNs;
    this.lastNs = startNs - 1;
  }

  /** The next message's time in seconds from the start, not rounded; never less than the last. */
  protected abstract double nextS();

  @Override
  public final long intendedNs(long n) {
    // Two within a nanosecond would be one to whoever looks for a message by its time.
    lastNs = Math.max(lastNs + 1, startNs + (long) Math.ceil(nextS() * NS_PER_S));
    return lastNs;
  }

  @Override
  public final boolean hasRandomAccess() {
    return false;
  }
}
