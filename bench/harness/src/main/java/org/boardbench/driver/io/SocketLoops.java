package org.boardbench.driver.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.boardbench.core.RunClock;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.LoopChoice;

/**
 * The kind of loop that this machine has, found out once, and the way to start such loops.
 *
 * @param kind which it is
 * @param fallback why it is not another one, where that was asked for or would have been better
 * @param gather how long a loop with the kernel's times lets frames come together at most
 */
public record SocketLoops(Kind kind, Optional<String> fallback, Duration gather) {
  /** How long is waited for the end of a loop that is closed. */
  private static final long END_NS = 2_000_000_000L;

  /** In the order in which they are tried where the choice is left to this machine. */
  private static final List<Kind> PREFERRED = List.of(Kind.NATIVE, Kind.IO_URING);

  /** Until when the end of a loop that is closed now is waited for. */
  static long endDeadlineNs() {
    return System.nanoTime() + END_NS;
  }

  /** Starts a loop of a kind. */
  @FunctionalInterface
  interface Start {
    SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda)
        throws IOException;
  }

  /** The implementations. */
  public enum Kind {
    /** Linux' epoll; arrival is the kernel's time. */
    NATIVE,
    /** Linux' io_uring; arrival is the kernel's time. */
    IO_URING,
    /** {@code java.nio}, on every system; arrival is the moment after the read. */
    NIO;

    /** The word in plans and results. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    private SocketLoop start(
        String threadName, RunClock clock, SocketLoop.Agenda agenda, Gathering gathering)
        throws IOException {
      return switch (this) {
        case NATIVE -> EpollLoop.start(threadName, clock, agenda, gathering);
        case IO_URING -> UringLoop.start(threadName, clock, agenda, gathering);
        case NIO -> NioLoop.start(threadName, clock, agenda);
      };
    }

    /** What is in the way of it on this machine, by a try; empty when nothing is. */
    public Optional<String> obstacle() {
      return this == NIO
          ? Optional.empty()
          : NativeProbe.obstacle(
              key(), (name, clock, agenda) -> start(name, clock, agenda, Gathering.NONE));
    }
  }

  /** They gather as is usual. */
  public SocketLoops(Kind kind, Optional<String> fallback) {
    this(kind, fallback, DriverSpec.GATHER.usual().orElseThrow());
  }

  /** Loops on {@code java.nio}. */
  public static SocketLoops nio() {
    return new SocketLoops(Kind.NIO, Optional.empty());
  }

  /** The best loops of those with which a try on this machine succeeds; why not better ones. */
  public static SocketLoops best() {
    return of(LoopChoice.AUTO);
  }

  /**
   * The loops that a plan asks for. Where it asks for a native kind that is not to be had, they are
   * of another one: who must have it looks at {@link #kind}.
   */
  public static SocketLoops of(LoopChoice choice) {
    return of(choice, Kind::obstacle);
  }

  /**
   * The same on some machine.
   *
   * @param obstacle what is in the way of a kind there
   */
  static SocketLoops of(LoopChoice choice, Function<Kind, Optional<String>> obstacle) {
    return switch (choice) {
      case AUTO, NATIVE -> firstOf(PREFERRED, obstacle);
      case IO_URING -> firstOf(List.of(Kind.IO_URING, Kind.NATIVE), obstacle);
      case NIO -> nio();
    };
  }

  /** {@link #nio} when none of {@code kinds} is to be had. */
  private static SocketLoops firstOf(
      List<Kind> kinds, Function<Kind, Optional<String>> obstacleOf) {
    List<String> obstacles = new ArrayList<>();
    for (Kind kind : kinds) {
      Optional<String> obstacle = obstacleOf.apply(kind);
      if (obstacle.isEmpty()) {
        return new SocketLoops(kind, reasons(obstacles));
      }
      obstacles.add(obstacle.get());
    }
    return new SocketLoops(Kind.NIO, reasons(obstacles));
  }

  private static Optional<String> reasons(List<String> obstacles) {
    return obstacles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", obstacles));
  }

  /** The same that let frames come together for so long at most. */
  public SocketLoops gathering(Duration most) {
    return new SocketLoops(kind, fallback, most);
  }

  /** Starts a loop. */
  public SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda) {
    try {
      return kind.start(threadName, clock, agenda, new Gathering(gather.toNanos()));
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
