package org.boardbench.reference;

import java.util.Arrays;

/**
 * Deliveries that are kept, all for the same time, so that they go in the order in which they came.
 * Allocates nothing for a delivery, but for room. Used by the server's thread alone.
 */
final class DelayLine {
  private final long delayNs;
  private Connection[] receivers = new Connection[1024];
  private byte[][] frames = new byte[1024][];
  private long[] readNs = new long[1024];
  private int first;
  private int size;

  DelayLine(long delayNs) {
    this.delayNs = delayNs;
  }

  /**
   * @param messageReadNs the moment after the read that brought the message
   */
  void add(Connection receiver, byte[] frame, long messageReadNs) {
    if (size == receivers.length) {
      grow();
    }
    int i = (first + size) & (receivers.length - 1);
    receivers[i] = receiver;
    frames[i] = frame;
    readNs[i] = messageReadNs;
    size++;
  }

  private void grow() {
    int length = receivers.length;
    Connection[] oldReceivers = receivers;
    byte[][] oldFrames = frames;
    long[] oldReadNs = readNs;
    receivers = Arrays.copyOf(receivers, 2 * length);
    frames = Arrays.copyOf(frames, 2 * length);
    readNs = Arrays.copyOf(readNs, 2 * length);
    // The entries before the first one are the last ones: they go on behind the old end.
    System.arraycopy(oldReceivers, 0, receivers, length, first);
    System.arraycopy(oldFrames, 0, frames, length, first);
    System.arraycopy(oldReadNs, 0, readNs, length, first);
  }

  /** When the first is due; {@code Long.MAX_VALUE} when there is none. */
  long nextNs() {
    return size == 0 ? Long.MAX_VALUE : readNs[first] + delayNs;
  }

  /** Sends all that is due, and records right before each how long it was kept. */
  void sendDue(ServerClock clock, Tally tally) {
    while (size > 0) {
      long heldNs = clock.nowNs() - readNs[first];
      if (heldNs < delayNs) {
        return;
      }
      Connection receiver = receivers[first];
      byte[] frame = frames[first];
      receivers[first] = null;
      frames[first] = null;
      first = (first + 1) & (receivers.length - 1);
      size--;
      if (receiver.isOpen()) {
        tally.held(heldNs);
        receiver.send(frame);
      }
    }
  }
}
