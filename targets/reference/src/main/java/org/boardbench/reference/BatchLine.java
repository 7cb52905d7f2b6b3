package org.boardbench.reference;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Messages that wait a moment for others to the same receiver and then share a frame with them, one
 * a line. Used by the server's thread alone.
 */
final class BatchLine {
  private static final long WAIT_NS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int MOST_BYTES = 32 * 1024;

  private final ServerLoop loop;
  private final Map<Connection, ByteArrayOutputStream> waiting = new HashMap<>();

  BatchLine(ServerLoop loop) {
    this.loop = loop;
  }

  boolean waitsFor(Connection receiver) {
    return waiting.containsKey(receiver);
  }

  void add(Connection receiver, byte[] payload) {
    ByteArrayOutputStream batch = waiting.get(receiver);
    if (batch != null && batch.size() + payload.length < MOST_BYTES) {
      batch.write('\n');
      batch.writeBytes(payload);
      return;
    }
    send(receiver, batch);
    ByteArrayOutputStream next = new ByteArrayOutputStream();
    next.writeBytes(payload);
    waiting.put(receiver, next);
    loop.after(WAIT_NS, () -> end(receiver, next));
  }

  private void end(Connection receiver, ByteArrayOutputStream batch) {
    if (waiting.remove(receiver, batch)) {
      send(receiver, batch);
    }
  }

  private static void send(Connection receiver, ByteArrayOutputStream batch) {
    if (batch != null && receiver.isOpen()) {
      receiver.send(
          ServerFrames.frame(ServerFrames.FINAL | ServerFrames.TEXT, batch.toByteArray()));
    }
  }

  void left(Connection receiver) {
    waiting.remove(receiver);
  }
}
