package org.boardbench.core;

import java.time.Duration;

/** Work that has to come to its end although its thread was told to give up. */
public final class Uninterrupted {
  private Uninterrupted() {}

  /** Does the work, and afterwards remembers an interrupt that came before or meanwhile. */
  public static <T> T call(Work<T> work) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.call();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The same for work that gives nothing, such as {@code thread::join}. */
  public static void run(Task task) {
    call(() -> {
      task.run();
      return true;
    });
  }

  /**
   * Waits for the end of a started thread, and no longer than {@code deadlineNs}, of {@link
   * System#nanoTime}; says whether it has ended.
   */
  public static boolean join(Thread thread, long deadlineNs) {
    return call(() -> thread.join(Duration.ofNanos(deadlineNs - System.nanoTime())));
  }

  /** What can be done again from the beginning. */
  @FunctionalInterface
  public interface Work<T> {
    T call() throws InterruptedException;
  }

  /** What can be done again from the beginning, and gives nothing. */
  @FunctionalInterface
  public interface Task {
    void run() throws InterruptedException;
  }
}
