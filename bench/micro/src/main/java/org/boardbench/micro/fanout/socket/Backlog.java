package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far the peers of a board are behind its writer. One thread writes and waits, parked; one
 * other thread tells what has arrived.
 */
final class Backlog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final long maxBytes;
  private final Duration patience;
  private long written;
  private volatile long arrived;

  /**
   * @param maxBytes that may be under way before the writer waits
   * @param patience after which bytes that have not arrived are taken to be lost
   */
  Backlog(long maxBytes, Duration patience) {
    this.maxBytes = maxBytes;
    this.patience = patience;
  }

  /** So many more bytes are on their way. */
  void written(long bytes) {
    written += bytes;
  }

  /** So many more bytes have arrived. */
  void arrived(long bytes) {
    lock.lock();
    try {
      arrived = Math.addExact(arrived, bytes);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns at once while the bound is kept, else when half of it is free, so that the writer is
   * not woken for each few bytes.
   */
  void awaitRoom() throws IOException {
    if (written - arrived > maxBytes) {
      await(written - maxBytes / 2);
    }
  }

  /** Returns when everything written has arrived. */
  void awaitAll() throws IOException {
    await(written);
  }

  private void await(long atLeast) throws IOException {
    lock.lock();
    try {
      long leftNs = patience.toNanos();
      while (arrived < atLeast) {
        if (leftNs <= 0) {
          throw new IOException(
              "%d of %d bytes written arrived in %s".formatted(arrived, written, patience));
        }
        leftNs = more.awaitNanos(leftNs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while frames are under way", e);
    } finally {
      lock.unlock();
    }
  }
}
