package org.boardbench.driver.user;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to be done at given times. An entry is in the queue once at most, and its time stays as
 * it is while it is in there. Belongs to one loop's thread; adding and taking allocate nothing.
 */
final class DueQueue {
  /** Something that can be due. */
  abstract static class Entry {
    private long queuedNs;
    private boolean isQueued;

    final boolean isQueued() {
      return isQueued;
    }

    /** Its time has come, and it is in the queue no more. */
    abstract void due(long nowNs);
  }

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong((Entry entry) -> entry.queuedNs));

  /**
   * Queues an entry for a time.
   *
   * @throws IllegalStateException when it is in the queue already
   */
  void add(Entry entry, long timeNs) {
    if (entry.isQueued) {
      throw new IllegalStateException("an entry can be in the queue once only");
    }
    entry.isQueued = true;
    entry.queuedNs = timeNs;
    entries.add(entry);
  }

  /** When the next entry is due; {@code Long.MAX_VALUE} when there is none. */
  long nextNs() {
    Entry next = entries.peek();
    return next == null ? Long.MAX_VALUE : next.queuedNs;
  }

  /** Takes the first entry that is due at {@code nowNs} and does it. Returns false for none. */
  boolean doNext(long nowNs) {
    Entry next = entries.peek();
    if (next == null || next.queuedNs > nowNs) {
      return false;
    }
    entries.poll();
    next.isQueued = false;
    next.due(nowNs);
    return true;
  }

  /** Takes an entry out, if it is in the queue. Slow. */
  void remove(Entry entry) {
    if (entry.isQueued) {
      entries.remove(entry);
      entry.isQueued = false;
    }
  }

  void clear() {
    entries.forEach(entry -> entry.isQueued = false);
    entries.clear();
  }
}
