package org.boardbench.clients.gatling;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * When the hold is, and what all users found. Gatling's threads write; the times are wall clock, in
 * milliseconds with decimals, as the other programs of this machine have them.
 */
final class Course {
  private static final long POLL_NS = 50_000_000;

  private final Load load;
  private final AtomicIntegerArray members;
  private final AtomicLong connected = new AtomicLong();
  private final AtomicLong disconnects = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong expected = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong receivedInAll = new AtomicLong();
  private final Queue<String> samples = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile double startMs;
  private volatile double holdStartMs = Double.POSITIVE_INFINITY;
  private volatile double holdEndMs = Double.POSITIVE_INFINITY;
  private volatile boolean over;

  Course(Load load) {
    this.load = load;
    this.members = new AtomicIntegerArray(load.boards());
  }

  static double nowMs() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
  }

  /** A user has arrived; with the first one the ramp begins. */
  void arrived() {
    if (begun.compareAndSet(false, true)) {
      startMs = nowMs();
      Thread.ofPlatform().daemon().name("course").start(this::run);
    }
  }

  double startMs() {
    return startMs;
  }

  double holdEndMs() {
    return holdEndMs;
  }

  /** Whether the drain has ended, so that all may leave. */
  boolean isOver() {
    return over;
  }

  /** The hold begins when everybody is there, or has had as long as a late message would have. */
  private void run() {
    sleepUntil(startMs + load.ramp().toMillis());
    double latestMs = startMs + load.ramp().plus(load.drain()).toMillis();
    while (nowMs() < latestMs && connected.get() < load.users()) {
      LockSupport.parkNanos(POLL_NS);
    }
    holdStartMs = nowMs();
    holdEndMs = holdStartMs + load.hold().toMillis();
    sleepUntil(holdEndMs);
    double deadlineMs = holdEndMs + load.drain().toMillis();
    while (nowMs() < deadlineMs && received.get() < expected.get()) {
      LockSupport.parkNanos(POLL_NS);
    }
    over = true;
  }

  private static void sleepUntil(double timeMs) {
    for (double leftMs = timeMs - nowMs(); leftMs > 0; leftMs = timeMs - nowMs()) {
      LockSupport.parkNanos((long) (leftMs * 1e6));
    }
  }

  void joined(int board) {
    members.incrementAndGet(board);
    connected.incrementAndGet();
  }

  void dropped(int board) {
    if (!over) {
      members.decrementAndGet(board);
      disconnects.incrementAndGet();
    }
  }

  void sent(int board, double sentMs) {
    if (isOfHold(sentMs)) {
      sent.incrementAndGet();
      expected.addAndGet(members.get(board));
    }
  }

  void received(double sentMs) {
    receivedInAll.incrementAndGet();
    if (isOfHold(sentMs)) {
      received.incrementAndGet();
    }
  }

  /** An own message has come back. */
  void returned(double sentMs, double atMs) {
    samples.add(String.format(Locale.ROOT, "%.3f,%.3f", sentMs, atMs - sentMs));
  }

  private boolean isOfHold(double sentMs) {
    return sentMs >= holdStartMs && sentMs < holdEndMs;
  }

  /** Writes what was found. */
  void write() throws IOException {
    Files.write(
        load.output().resolve("samples.csv"),
        Stream.concat(Stream.of("sent_ms,rtt_ms"), samples.stream()).toList());
    String counts =
        String.format(
            Locale.ROOT,
            "{\"hold_start_ms\":%.3f,\"connected\":%d,\"connect_failures\":%d,\"disconnects\":%d,"
                + "\"sent\":%d,\"expected\":%d,\"received\":%d,\"received_in_all\":%d}%n",
            holdStartMs,
            connected.get(),
            load.users() - connected.get(),
            disconnects.get(),
            sent.get(),
            expected.get(),
            received.get(),
            receivedInAll.get());
    Files.writeString(load.output().resolve("counts.json"), counts);
  }
}
