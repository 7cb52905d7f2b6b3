package org.boardbench.trial;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that runs a sweep or a calibration, and
 * holds the JVM until that thread has stored what it knows and stopped what it started.
 */
public final class ShutdownGuard implements AutoCloseable {
  /** Longer than a stage's drain, a server's stop and the last events take together. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch tidy = new CountDownLatch(1);
  private final Thread sweep;
  private final Thread hook = new Thread(this::interruptAndWait, "shutdown-guard");
  private volatile boolean shuttingDown;

  private ShutdownGuard(Thread sweep) {
    this.sweep = sweep;
  }

  /**
   * Guards the calling thread until {@link #close}. Half a minute after it was asked to, the JVM
   * ends even if the thread has not closed the guard.
   */
  public static ShutdownGuard install() {
    ShutdownGuard guard = new ShutdownGuard(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  /** True once someone asked the JVM to end. */
  public boolean isShuttingDown() {
    return shuttingDown;
  }

  private void interruptAndWait() {
    shuttingDown = true;
    sweep.interrupt();
    try {
      boolean inTime = tidy.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.err.println("boardbench: gave up waiting for the running trial to stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread is done: the JVM may end. */
  @Override
  public void close() {
    tidy.countDown();
    if (!shuttingDown) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyShuttingDown) {
        // The hook runs at this moment; the latch has already released it.
        shuttingDown = true;
      }
    }
  }
}
