package org.boardbench.micro.wake;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;

/** Two executors with nothing else to do: a task of the one gives the other its next. */
final class ExecutorPair implements Exchange {
  private final ExecutorService first;
  private final ExecutorService second;
  private Thread caller;
  private volatile boolean isDone;
  private int left;
  private long wakeUps;

  ExecutorPair(ExecutorService first, ExecutorService second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public void rounds(int rounds) {
    caller = Thread.currentThread();
    left = rounds;
    isDone = false;
    first.execute(this::first);
    while (!isDone) {
      LockSupport.park(this);
    }
  }

  @Override
  public long wakeUps() {
    return wakeUps;
  }

  private void first() {
    if (left == 0) {
      isDone = true;
      LockSupport.unpark(caller);
    } else {
      left--;
      wakeUps++;
      second.execute(this::second);
    }
  }

  private void second() {
    wakeUps++;
    first.execute(this::first);
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}
