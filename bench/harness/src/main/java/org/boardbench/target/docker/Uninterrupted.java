package org.boardbench.target.docker;

/** Work that has to come to its end although its thread was told to give up. */
final class Uninterrupted {
  private Uninterrupted() {}

  /** Does the work, and afterwards remembers an interrupt that came before or meanwhile. */
  static <T> T call(Work<T> work) {
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

  /** What can be done again from the beginning. */
  @FunctionalInterface
  interface Work<T> {
    T call() throws InterruptedException;
  }
}
