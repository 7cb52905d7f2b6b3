package org.boardbench.driver.io;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.boardbench.core.RunClock;
import org.boardbench.core.Uninterrupted;

/**
 * Ends a selector's wait at a time finer than the milliseconds of its own timeout. A thread of its
 * own sleeps until then, because a loop that slept itself would let arriving frames wait. One
 * thread sets the time.
 */
final class WakeUpTimer implements AutoCloseable {
  static final long NEVER = Long.MAX_VALUE;

  private final RunClock clock;
  private final Runnable action;
  private final Thread thread;
  private final AtomicLong timeNs = new AtomicLong(NEVER);

  /** What the thread sleeps for: an earlier time must wake it, a later one need not. */
  private volatile long sleepsUntilNs = NEVER;

  private volatile boolean closed;

  WakeUpTimer(String threadName, RunClock clock, Runnable action) {
    this.clock = clock;
    this.action = action;
    this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Fires once at {@code newTimeNs}, instead of at the time set before. */
  void set(long newTimeNs) {
    timeNs.set(newTimeNs);
    if (newTimeNs < sleepsUntilNs) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!closed) {
      long targetNs = timeNs.get();
      sleepsUntilNs = targetNs;
      if (targetNs != timeNs.get()) {
        continue; // set() may have compared with the old sleepsUntilNs, and so not have unparked
      }
      if (targetNs == NEVER) {
        LockSupport.park(this);
      } else if (clock.nowNs() < targetNs) {
        LockSupport.parkNanos(this, targetNs - clock.nowNs());
      } else if (timeNs.compareAndSet(targetNs, NEVER)) {
        action.run();
      }
    }
  }

  /** Ends the thread; {@link #awaitEnd} waits for it. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  void awaitEnd(long deadlineNs) {
    Uninterrupted.join(thread, deadlineNs);
  }
}
