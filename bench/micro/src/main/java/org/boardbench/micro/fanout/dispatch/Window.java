package org.boardbench.micro.fanout.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Bounds the messages under way on one board, so that publishing goes at the pace of the
 * deliveries, without waiting for each.
 *
 * <p>Messages go in batches of {@value #BATCH}, of which at most two are under way: while the
 * publisher waits, parked, for all members to have the older batch, the younger one still gives the
 * strategy work. A member tells of every {@value #BATCH}th delivery only, because one shared
 * counter that every delivery touches would be contention that is not the strategy's. What counts
 * is how many deliveries a member has had, not which, so order does not matter.
 */
final class Window {
  /** Messages that are waited for together. */
  static final int BATCH = 8;

  /** Messages that may be under way. */
  static final int MESSAGES = 2 * BATCH;

  private final int members;
  private final Duration patience;
  private final Semaphore room = new Semaphore(MESSAGES);

  /** For even and odd batches, how many members do not have all of the batch under way yet. */
  private final AtomicIntegerArray behind;

  /**
   * @param patience after which a delivery that has not come is taken to be lost
   */
  Window(int members, Duration patience) {
    this.members = members;
    this.patience = patience;
    this.behind = new AtomicIntegerArray(new int[] {members, members});
  }

  /** Waits until one more message may be under way; once a message, before it is published. */
  void enter() {
    if (!room.tryAcquire()) {
      await(1);
    }
  }

  /**
   * Waits until everything has arrived. The messages so far must fill whole batches.
   *
   * @throws IllegalStateException when it does not arrive
   */
  void awaitAll() {
    await(MESSAGES);
    room.release(MESSAGES);
  }

  /** A member has had that many deliveries. */
  void received(long deliveries) {
    if (deliveries % BATCH == 0) {
      int batch = (int) (deliveries / BATCH - 1) & 1;
      if (behind.decrementAndGet(batch) == 0) {
        // Nobody touches it again before the release lets the next but one batch be published.
        behind.set(batch, members);
        room.release(BATCH);
      }
    }
  }

  private void await(int messages) {
    try {
      if (!room.tryAcquire(messages, patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("deliveries are missing after " + patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while deliveries are under way", e);
    }
  }
}
