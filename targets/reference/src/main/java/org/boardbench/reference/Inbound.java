package org.boardbench.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Reads what clients send, into one buffer for all. Used by the server's thread alone. */
final class Inbound {
  private static final int READ_BYTES = 256 * 1024;
  private static final String BINARY = "a binary message";

  private final byte[] bytes = new byte[READ_BYTES];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private final FrameReader frames = new FrameReader();
  private final Utf8Check utf8 = new Utf8Check();
  private final AtomicLong pongs = new AtomicLong();
  private final HttpAnswers http;
  private final Boards boards;
  private final ServerClock clock;

  Inbound(HttpAnswers http, Boards boards, ServerClock clock) {
    this.http = http;
    this.boards = boards;
    this.clock = clock;
  }

  /** Pongs so far; for any thread. */
  long pongs() {
    return pongs.get();
  }

  void read(Connection from) {
    int kept = from.takePartial(bytes);
    int got;
    try {
      got = from.channel().read(buffer.clear().position(kept));
    } catch (IOException broken) {
      got = -1;
    }
    long readNs = clock.nowNs();
    if (got < 0) {
      from.close();
    } else if (from.isHeard()) {
      take(from, kept + got, readNs);
    }
  }

  private void take(Connection from, int end, long readNs) {
    int at = from.number() > 0 ? 0 : http.take(from, bytes, end, readNs);
    try {
      while (from.number() > 0 && from.isHeard()) {
        int length = frames.next(bytes, at, end);
        if (length == 0) {
          break;
        }
        frame(from, readNs);
        at += length;
      }
    } catch (ProtocolViolation violation) {
      boards.refuse(from, violation.getMessage());
      from.send(ServerFrames.close(violation.status()));
      from.finish();
    }
    if (from.isHeard()) {
      from.keepPartial(bytes, at, end);
    }
  }

  private void frame(Connection from, long readNs) throws ProtocolViolation {
    switch (frames.opcode()) {
      case ServerFrames.TEXT, ServerFrames.BINARY -> begin(from, readNs);
      case ServerFrames.CONTINUATION -> goOn(from, readNs);
      case ServerFrames.PING ->
          from.send(ServerFrames.frame(ServerFrames.FINAL | ServerFrames.PONG, payload()));
      case ServerFrames.PONG -> {
        pongs.incrementAndGet();
        from.answeredPing();
      }
      case ServerFrames.CLOSE -> {
        from.send(ServerFrames.frame(ServerFrames.FINAL | ServerFrames.CLOSE, payload()));
        from.finish();
      }
      default ->
          throw new ProtocolViolation(
              ProtocolViolation.PROTOCOL_ERROR, "opcode " + frames.opcode() + " means nothing");
    }
  }

  private byte[] payload() {
    return Arrays.copyOfRange(bytes, frames.start(), frames.start() + frames.length());
  }

  private void begin(Connection from, long readNs) throws ProtocolViolation {
    if (from.fragments() != null) {
      throw new ProtocolViolation(ProtocolViolation.PROTOCOL_ERROR, "a message within a message");
    }
    if (frames.opcode() == ServerFrames.BINARY && frames.isFinal()) {
      boards.refuse(from, BINARY);
    } else if (frames.isFinal()) {
      text(from, bytes, frames.start(), frames.length(), readNs);
    } else {
      from.fragments(new Fragments(frames.opcode()));
      from.fragments().add(bytes, frames.start(), frames.length());
    }
  }

  private void goOn(Connection from, long readNs) throws ProtocolViolation {
    Fragments fragments = from.fragments();
    if (fragments == null) {
      throw new ProtocolViolation(ProtocolViolation.PROTOCOL_ERROR, "a fragment of no message");
    }
    fragments.add(bytes, frames.start(), frames.length());
    if (frames.isFinal()) {
      from.fragments(null);
      if (fragments.opcode() == ServerFrames.BINARY) {
        boards.refuse(from, BINARY);
      } else {
        byte[] message = fragments.message();
        text(from, message, 0, message.length, readNs);
      }
    }
  }

  private void text(Connection from, byte[] message, int start, int length, long readNs)
      throws ProtocolViolation {
    if (!utf8.isUtf8(message, start, length)) {
      throw new ProtocolViolation(ProtocolViolation.NOT_UTF8, "a text that is not UTF-8");
    }
    boards.take(from, message, start, length, readNs);
  }
}
