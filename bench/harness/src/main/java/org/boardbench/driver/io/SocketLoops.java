package org.boardbench.driver.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.boardbench.core.RunClock;
import org.boardbench.plan.model.LoopChoice;

/**
 * The kind of loop that this machine has, found out once, and the way to start such loops.
 *
 * @param kind which it is
 * @param fallback why it is not the native one, where that was asked for or could have been
 */
public record SocketLoops(Kind kind, Optional<String> fallback) {
  /** How long is waited for the end of a loop that is closed. */
  private static final long END_NS = 2_000_000_000L;

  /** Until when the end of a loop that is closed now is waited for. */
  static long endDeadlineNs() {
    return System.nanoTime() + END_NS;
  }

  /** The two implementations. */
  public enum Kind {
    /** Linux' epoll; arrival is the kernel's time. */
    NATIVE,
    /** {@code java.nio}, on every system; arrival is the moment after the read. */
    NIO;

    /** The word in results. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Loops on {@code java.nio}. */
  public static SocketLoops nio() {
    return new SocketLoops(Kind.NIO, Optional.empty());
  }

  /** Native loops where a try on this machine succeeds, else {@link #nio}, with the reason. */
  public static SocketLoops best() {
    Optional<String> obstacle = NativeProbe.obstacle();
    return new SocketLoops(obstacle.isPresent() ? Kind.NIO : Kind.NATIVE, obstacle);
  }

  /**
   * The loops that a plan asks for. {@code NATIVE} is as {@link #best}: who must have it looks at
   * {@link #kind}.
   */
  public static SocketLoops of(LoopChoice choice) {
    return choice == LoopChoice.NIO ? nio() : best();
  }

  /** Starts a loop. */
  public SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda) {
    try {
      return switch (kind) {
        case NATIVE -> EpollLoop.start(threadName, clock, agenda);
        case NIO -> NioLoop.start(threadName, clock, agenda);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does what others want to be done, on a loop's own thread. */
  static void runAll(Queue<Runnable> tasks) {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
