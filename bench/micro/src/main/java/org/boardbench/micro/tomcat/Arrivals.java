package org.boardbench.micro.tomcat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Counts messages from many threads; one thread waits for them. */
final class Arrivals {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong characters = new AtomicLong();
  private volatile long wanted = Long.MAX_VALUE;
  private volatile Thread waiting;

  void add(String text) {
    characters.addAndGet(text.length());
    if (messages.incrementAndGet() >= wanted) {
      LockSupport.unpark(waiting);
    }
  }

  long messages() {
    return messages.get();
  }

  long characters() {
    return characters.get();
  }

  /**
   * Returns when there have been so many.
   *
   * @throws IllegalStateException when they do not come
   */
  void await(long number) {
    long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
    waiting = Thread.currentThread();
    wanted = number;
    while (messages.get() < number) {
      LockSupport.parkNanos(this, PATIENCE.toNanos());
      if (System.nanoTime() - deadlineNs > 0 && messages.get() < number) {
        throw new IllegalStateException(messages.get() + " of " + number + " messages have come");
      }
    }
  }
}
