package org.boardbench.sut.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One direction of a connection through a relay: what is due goes on at once and without a copy,
 * the rest waits. For the relay's thread alone.
 */
final class Flow {
  /** What waits at most; then nothing more is read, as in any network whose buffers are full. */
  private static final int MOST_WAITING_BYTES = 1 << 20;

  private final SocketChannel source;
  private final SocketChannel sink;
  private final Line line;
  private final Deque<Part> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private long lastDueNs = Long.MIN_VALUE;
  private boolean isSinkFull;
  private boolean hasSourceEnded;
  private boolean isOver;
  private boolean isScheduled;

  /** Bytes with the moment before which they do not go on ({@link System#nanoTime}). */
  private record Part(ByteBuffer bytes, long dueNs) {}

  Flow(SocketChannel source, SocketChannel sink, Line line) {
    this.source = source;
    this.sink = sink;
    this.line = line;
  }

  boolean wantsToRead() {
    return !hasSourceEnded && waitingBytes < MOST_WAITING_BYTES;
  }

  /** Whether what is due waits for the receiver to take it. */
  boolean wantsToWrite() {
    return isSinkFull;
  }

  /** Whether it waits for a moment to come, {@link #nextDueNs}. */
  boolean waitsForTime() {
    return !waiting.isEmpty() && !isSinkFull;
  }

  long nextDueNs() {
    return waiting.isEmpty() ? Long.MAX_VALUE : waiting.getFirst().dueNs();
  }

  boolean isDue(long nowNs) {
    return line.isPlain() || nextDueNs() - nowNs <= 0;
  }

  /** Whether all that its source has ever sent has gone on, the end of it too. */
  boolean isOver() {
    return isOver;
  }

  /** For who keeps the flows that wait for time. */
  boolean isScheduled() {
    return isScheduled;
  }

  void scheduled(boolean isNow) {
    isScheduled = isNow;
  }

  /**
   * Takes once what has come, and passes on what of it is due.
   *
   * @param buffer of nobody else meanwhile
   */
  void read(ByteBuffer buffer, long nowNs) throws IOException {
    buffer.clear().limit(line.mostBytes(buffer.capacity()));
    int count = source.read(buffer);
    buffer.flip();
    if (count < 0) {
      hasSourceEnded = true;
    } else if (count > 0) {
      // What was sent first goes on first, also when the line has become faster since.
      long dueNs = later(line.arrivalNs(count, nowNs), lastDueNs);
      lastDueNs = dueNs;
      if (waiting.isEmpty() && dueNs - nowNs <= 0) {
        sink.write(buffer);
        isSinkFull = buffer.hasRemaining();
      }
      if (buffer.hasRemaining()) {
        keep(buffer, dueNs);
      }
    }
    endWithItsSource();
  }

  private long later(long one, long other) {
    return waiting.isEmpty() ? one : Math.max(one, other);
  }

  private void keep(ByteBuffer buffer, long dueNs) {
    waitingBytes += buffer.remaining();
    waiting.add(new Part(ByteBuffer.allocate(buffer.remaining()).put(buffer).flip(), dueNs));
  }

  /** Passes on what is due, as far as the receiver takes it. */
  void write(long nowNs) throws IOException {
    isSinkFull = false;
    while (!waiting.isEmpty() && isDue(nowNs) && !isSinkFull) {
      ByteBuffer first = waiting.getFirst().bytes();
      waitingBytes -= sink.write(first);
      if (first.hasRemaining()) {
        isSinkFull = true;
      } else {
        waiting.removeFirst();
      }
    }
    endWithItsSource();
  }

  private void endWithItsSource() throws IOException {
    if (hasSourceEnded && waiting.isEmpty() && !isOver) {
      isOver = true;
      sink.shutdownOutput();
    }
  }

  /** Nothing of it goes on any more. */
  void abandon() {
    waiting.clear();
    isSinkFull = false;
    isOver = true;
    hasSourceEnded = true;
  }
}
