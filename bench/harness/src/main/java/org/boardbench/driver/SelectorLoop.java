package org.boardbench.driver;

import java.net.InetSocketAddress;
import org.boardbench.measure.RunClock;

/**
 * One thread that waits for sockets and for the time of the next send, and does both at once. It
 * never spins and never sleeps while a socket is readable.
 */
interface SelectorLoop extends AutoCloseable {
  /** What is to be done at given times; called by the loop's thread only. */
  interface Agenda {
    /**
     * Does what is due.
     *
     * @return when to be called again at the latest (run clock); earlier calls do no harm
     */
    long runDue();

    /** A turn has ended: the loop woke at {@code startNs} and waits again from {@code endNs}. */
    void turned(long startNs, long endNs);
  }

  /** Runs {@code task} on the loop's thread soon. From any thread. */
  void execute(Runnable task);

  /** Begins to connect; the listener hears how it went. Loop thread only. */
  Link connect(InetSocketAddress address, Link.Listener listener);

  /** What ended the loop's thread before {@link #close()}; null while all is well. */
  Throwable failure();

  /** Closes every link and ends the thread, in bounded time. From any other thread. */
  @Override
  void close();

  /** Starts a loop on {@code java.nio}; arrival is the moment after the read. */
  static SelectorLoop nio(String threadName, RunClock clock, Agenda agenda) {
    return NioSelectorLoop.start(threadName, clock, agenda);
  }
}
