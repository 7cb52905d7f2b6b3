package org.boardbench.micro.run;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Ends the forks that JMH has started when the JVM is asked to end, as by Ctrl-C; JMH itself leaves
 * them behind.
 */
final class ChildGuard implements AutoCloseable {
  private static final long END_MS = 5_000;
  private static final long POLL_MS = 20;

  private final Thread hook = new Thread(this::endChildren, "child-guard");
  private volatile boolean isEnding;

  private ChildGuard() {}

  /** From now on, until closed. */
  static ChildGuard install() {
    ChildGuard guard = new ChildGuard();
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  /**
   * Whether this JVM has been asked to end, so that a child which fails has no fault of its own.
   */
  boolean isEnding() {
    return isEnding;
  }

  /** Asks again as long as there is any, for one may have been about to start another. */
  private void endChildren() {
    isEnding = true;
    long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MS);
    try {
      while (children().findAny().isPresent() && System.nanoTime() < deadlineNs) {
        children().forEach(ProcessHandle::destroy);
        Thread.sleep(POLL_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    children().forEach(ProcessHandle::destroyForcibly);
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().descendants();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook is at work, and there is nothing more to do.
    }
  }
}
