package org.boardbench.micro.fanout.dispatch;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** Sends on the caller's thread, one thread at a time. */
final class LockedSession implements Board.Session {
  private final Lock lock = new ReentrantLock();
  private final Sink sink;

  LockedSession(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void send(Message message) {
    lock.lock();
    try {
      sink.accept(message);
    } finally {
      lock.unlock();
    }
  }
}
