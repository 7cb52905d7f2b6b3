package org.boardbench.driver.ws;

import java.util.Arrays;
import org.boardbench.protocol.FrameKind;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;

/** The compressed messages that one connection receives, each in a frame or in fragments. */
final class CompressedMessages {
  private static final int KEPT_BYTES = 64 * 1024;
  private static final byte[] NOTHING = {};

  private final MessageDeflate deflate;
  private final InPlaceDraft.Sink sink;
  private byte[] fragments = NOTHING;
  private int size;
  private FrameKind kind = FrameKind.TEXT;
  private boolean isUnderWay;

  CompressedMessages(MessageDeflate deflate, InPlaceDraft.Sink sink) {
    this.deflate = deflate;
    this.sink = sink;
  }

  /** Whether a frame with this first byte is such a message or a part of one. */
  boolean takes(int first) {
    return (first & FrameRules.COMPRESSED) != 0
        || (isUnderWay && (first & FrameRules.OPCODE_BITS) == FrameRules.CONTINUATION);
  }

  /** Takes a frame's payload, and gives the message on once it is complete. */
  void frame(int first, byte[] bytes, int offset, int length) throws InvalidDataException {
    boolean isLast = (first & FrameRules.FINAL) != 0;
    int opcode = first & FrameRules.OPCODE_BITS;
    if (opcode != FrameRules.CONTINUATION) {
      kind = opcode == FrameRules.BINARY ? FrameKind.BINARY : FrameKind.TEXT;
    }
    if (isLast && !isUnderWay) {
      message(bytes, offset, length);
      return;
    }
    isUnderWay = !isLast;
    add(bytes, offset, length);
    if (isLast) {
      byte[] whole = fragments;
      int wholeSize = size;
      fragments = whole.length > KEPT_BYTES ? NOTHING : whole;
      size = 0;
      message(whole, 0, wholeSize);
    }
  }

  private void add(byte[] bytes, int offset, int length) throws LimitExceededException {
    int needed = size + length;
    if (needed > InPlaceDraft.MAX_MESSAGE_BYTES) {
      throw new LimitExceededException(
          "server sent fragments of more than " + InPlaceDraft.MAX_MESSAGE_BYTES + " bytes",
          InPlaceDraft.MAX_MESSAGE_BYTES);
    }
    if (needed > fragments.length) {
      fragments = Arrays.copyOf(fragments, Math.max(needed, 2 * fragments.length));
    }
    System.arraycopy(bytes, offset, fragments, size, length);
    size = needed;
  }

  private void message(byte[] bytes, int offset, int length) throws InvalidDataException {
    int inflated = deflate.inflate(bytes, offset, length);
    byte[] message = deflate.message();
    if (kind == FrameKind.TEXT && !Utf8.isValid(message, 0, inflated)) {
      throw new InvalidDataException(CloseFrame.NO_UTF8, InPlaceDraft.NO_UTF8);
    }
    sink.frame(kind, message, 0, inflated);
  }
}
