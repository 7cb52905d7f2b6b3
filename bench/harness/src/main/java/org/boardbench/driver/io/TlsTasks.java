package org.boardbench.driver.io;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for what TLS computes before a connection can be used: keys, signatures, certificates. A
 * loop that did it itself would be a millisecond or more late for every user who connects.
 */
final class TlsTasks {
  private static final long IDLE_S = 1;

  /** Half of the cores: the loops and the server need some too, and a hold goes on beside it. */
  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** Its threads end by themselves when nobody connects. */
  private static final Executor SHARED = threads();

  private TlsTasks() {}

  static Executor shared() {
    return SHARED;
  }

  private static Executor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_S,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("tls-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
