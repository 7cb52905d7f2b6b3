package org.boardbench.micro.wake;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/** Two threads that park and unpark each other, as those do that wait at a queue. */
final class ParkedPair implements Exchange {
  private static final int NOBODY = 0;
  private static final int FIRST = 1;
  private static final int SECOND = 2;

  private final Thread first;
  private final Thread second;

  /** Who is to go on; what the others have written before is seen by whoever has read it. */
  private volatile int turn = NOBODY;

  private volatile boolean isClosed;
  private Thread caller;
  private int left;
  private long wakeUps;

  ParkedPair(ThreadFactory threads) {
    first = threads.newThread(this::first);
    second = threads.newThread(this::second);
    first.start();
    second.start();
  }

  @Override
  public void rounds(int rounds) {
    caller = Thread.currentThread();
    left = rounds;
    next(FIRST, first);
    await(NOBODY);
  }

  @Override
  public long wakeUps() {
    return wakeUps;
  }

  private void first() {
    while (await(FIRST)) {
      if (left == 0) {
        next(NOBODY, caller);
      } else {
        left--;
        wakeUps++;
        next(SECOND, second);
      }
    }
  }

  private void second() {
    while (await(SECOND)) {
      wakeUps++;
      next(FIRST, first);
    }
  }

  private void next(int who, Thread thread) {
    turn = who;
    LockSupport.unpark(thread);
  }

  /** False once there will be no turn any more. */
  private boolean await(int who) {
    while (turn != who && !isClosed) {
      LockSupport.park(this);
    }
    return !isClosed;
  }

  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(first);
    LockSupport.unpark(second);
    try {
      first.join();
      second.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
