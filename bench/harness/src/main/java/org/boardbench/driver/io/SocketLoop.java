package org.boardbench.driver.io;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One thread that waits for sockets and for the time of the next send, and does both at once. It
 * spins for the last microseconds before a send at most, and where the time of an arrival is that
 * of its read, it never sleeps while a socket is readable. {@link SocketLoops} starts them.
 */
public interface SocketLoop extends AutoCloseable {
  /** What is to be done at given times; called by the loop's thread only. */
  interface Agenda {
    /** Nothing is ever due. */
    Agenda NOTHING =
        new Agenda() {
          @Override
          public long runDue() {
            return Long.MAX_VALUE;
          }

          @Override
          public void iterated(long startNs, long endNs) {}

          @Override
          public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}
        };

    /**
     * Does what is due.
     *
     * @return when to be called again at the latest (run clock); earlier calls do no harm
     */
    long runDue();

    /**
     * An iteration has ended: the loop woke at {@code startNs} and waits again from {@code endNs}.
     */
    void iterated(long startNs, long endNs);

    /**
     * The clock of the kernel's arrival times was compared with the run clock.
     *
     * @param byNs how far it has moved against it since the last comparison
     * @param sinceNs when that was, about a second ago (run clock)
     */
    void kernelClockMoved(long byNs, long sinceNs, long nowNs);

    /**
     * The kernel's clock puts an arrival after the read that took it, which cannot be: it was taken
     * to be just before the read.
     *
     * @param readNs the moment after the read (run clock)
     */
    default void arrivedAfterRead(long readNs) {}

    /**
     * An iteration of a loop on io_uring has ended. What came to a queue of the ring that was full
     * waited in the kernel, and nothing of it was lost.
     *
     * @param times how often in it a receive found no buffer, or a completion no room; mostly 0
     */
    default void ringWasShort(long times, long nowNs) {}
  }

  /** Runs {@code task} on the loop's thread soon. From any thread. */
  void execute(Runnable task);

  /**
   * Begins to connect; the listener hears how it went. Loop thread only.
   *
   * @param from an address of this machine; empty for the one that the kernel takes
   */
  Transport connect(Optional<InetAddress> from, InetSocketAddress to, Transport.Listener listener);

  /** Begins to connect from the address that the kernel takes. Loop thread only. */
  default Transport connect(InetSocketAddress to, Transport.Listener listener) {
    return connect(Optional.empty(), to, listener);
  }

  /**
   * Compares the kernel's clock with the run clock now and not at the end of the second, where this
   * loop has the kernel's times. Loop thread only.
   */
  void compareClocks();

  /** What ended the loop's thread before {@link #close()}; null while all is well. */
  Throwable failure();

  /** Closes every transport and ends the thread, in bounded time. From any other thread. */
  @Override
  void close();
}
