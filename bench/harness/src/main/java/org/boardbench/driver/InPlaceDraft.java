package org.boardbench.driver;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.protocols.IProtocol;

/**
 * RFC 6455 with a short way for the frame that a measurement consists of: a complete, final,
 * unmasked text frame is handed on where it lies in the read buffer, with no String and no
 * allocation. Every other frame takes the library's way, one by one and in order.
 *
 * <p>What a read leaves incomplete is carried over to the next one, so that the buffer is free at
 * once and no byte depends on whose buffer it came in.
 */
final class InPlaceDraft extends Draft_6455 {
  /** A longer message closes the connection with 1009; the wire contract stops at 64 KiB. */
  static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

  private static final int UNKNOWN = -1;
  private static final int FINAL_TEXT = 0x81;
  private static final int OPCODE_BITS = 0x0f;
  private static final int FIRST_CONTROL_OPCODE = 8;
  private static final int LONGEST_CONTROL_PAYLOAD = 125;
  private static final int KEPT_CARRY_BYTES = 64 * 1024;
  private static final byte[] NOTHING = {};

  /** Takes a text message as UTF-8, known to be valid; the bytes only last for the call. */
  @FunctionalInterface
  interface TextSink {
    void text(byte[] bytes, int offset, int length);
  }

  private final TextSink sink;
  private WebSocketImpl engine;
  private byte[] carry = NOTHING;
  private int carried;
  private boolean fragmented;
  private long fragmentBytes;
  private long frames;

  InPlaceDraft(IProtocol subprotocol, TextSink sink) {
    super(List.of(), List.of(subprotocol), MAX_MESSAGE_BYTES);
    this.sink = sink;
  }

  /** The engine that this draft works for; it makes its own copy of the draft it is given. */
  static WebSocketImpl engine(WebSocketListener listener, IProtocol subprotocol, TextSink sink) {
    WebSocketImpl engine = new WebSocketImpl(listener, new InPlaceDraft(subprotocol, sink));
    ((InPlaceDraft) engine.getDraft()).engine = engine;
    return engine;
  }

  @Override
  public Draft copyInstance() {
    return new InPlaceDraft(getKnownProtocols().getFirst().copyInstance(), sink);
  }

  /** Complete frames so far, of whatever kind. */
  long frames() {
    return frames;
  }

  /** Whether the last read has left a frame incomplete. */
  boolean hasCarried() {
    return carried > 0;
  }

  /** Handles every complete frame itself, so that the list is always empty. */
  @Override
  public List<Framedata> translateFrame(ByteBuffer buffer) throws InvalidDataException {
    byte[] bytes = buffer.array();
    int end = buffer.arrayOffset() + buffer.limit();
    int at = buffer.arrayOffset() + buffer.position();
    buffer.position(buffer.limit());
    if (carried > 0) {
      at = completeCarried(bytes, at, end);
    }
    while (at < end && engine.isOpen()) {
      int size = frameSize(bytes, at, end);
      if (size == UNKNOWN || size > end - at) {
        carry(bytes, at, end - at, size);
        break;
      }
      frame(bytes, at, size);
      at += size;
    }
    return List.of();
  }

  /**
   * The size of the frame at {@code at}, header included; {@link #UNKNOWN} when too little of its
   * header is there. A frame that is wrong by its header alone ends with its first two bytes.
   */
  private static int frameSize(byte[] bytes, int at, int end) throws InvalidDataException {
    if (end - at < 2) {
      return UNKNOWN;
    }
    int lengthCode = bytes[at + 1] & 0x7f;
    if (isWrongByItsHeader(bytes[at] & OPCODE_BITS, lengthCode)) {
      return 2;
    }
    int plainHeader = plainHeaderSize(lengthCode);
    if (end - at < plainHeader) {
      return UNKNOWN;
    }
    long payload = lengthCode;
    if (plainHeader > 2) {
      payload = 0;
      for (int i = 2; i < plainHeader; i++) {
        payload = (payload << 8) | (bytes[at + i] & 0xff);
      }
    }
    if (payload < 0 || payload > MAX_MESSAGE_BYTES) {
      throw new LimitExceededException("Frame of " + payload + " bytes", MAX_MESSAGE_BYTES);
    }
    boolean masked = bytes[at + 1] < 0;
    return plainHeader + (masked ? 4 : 0) + (int) payload;
  }

  private static boolean isWrongByItsHeader(int opcode, int lengthCode) {
    boolean control = opcode >= FIRST_CONTROL_OPCODE;
    boolean known = control ? opcode <= 10 : opcode <= 2;
    return !known || (control && lengthCode > LONGEST_CONTROL_PAYLOAD);
  }

  /** The header's size without a mask. */
  private static int plainHeaderSize(int lengthCode) {
    return lengthCode == 127 ? 10 : lengthCode == 126 ? 4 : 2;
  }

  private void frame(byte[] bytes, int at, int size) throws InvalidDataException {
    frames++;
    if ((bytes[at] & 0xff) != FINAL_TEXT || bytes[at + 1] < 0 || fragmented) {
      theLibrarysWay(bytes, at, size);
      return;
    }
    int header = plainHeaderSize(bytes[at + 1]);
    if (!Utf8.isValid(bytes, at + header, size - header)) {
      throw new InvalidDataException(CloseFrame.NO_UTF8, "Text is no valid UTF-8");
    }
    sink.text(bytes, at + header, size - header);
  }

  private void theLibrarysWay(byte[] bytes, int at, int size) throws InvalidDataException {
    int opcode = bytes[at] & OPCODE_BITS;
    boolean last = bytes[at] < 0;
    boolean ofFragments = opcode < FIRST_CONTROL_OPCODE && (opcode == 0 || !last);
    if (ofFragments) {
      fragmentBytes += size;
      // The library looks at the sum only with the first fragment and the last.
      if (fragmentBytes > MAX_MESSAGE_BYTES) {
        throw new LimitExceededException("Fragments of " + fragmentBytes, MAX_MESSAGE_BYTES);
      }
    }
    for (Framedata frame : translated(ByteBuffer.wrap(bytes, at, size))) {
      processFrame(engine, frame);
    }
    if (ofFragments) {
      fragmented = !last;
      fragmentBytes = last ? 0 : fragmentBytes;
    }
  }

  private List<Framedata> translated(ByteBuffer frame) throws InvalidDataException {
    try {
      return super.translateFrame(frame);
    } catch (RuntimeException e) {
      // The library stumbles over a close frame whose reason is no UTF-8.
      throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, e);
    }
  }

  private int completeCarried(byte[] bytes, int start, int end) throws InvalidDataException {
    int at = start;
    int size = frameSize(carry, 0, carried);
    while (size == UNKNOWN || carried < size) {
      if (at == end) {
        return at;
      }
      int missing = size == UNKNOWN ? 1 : Math.min(size - carried, end - at);
      carry(bytes, at, missing, size);
      at += missing;
      size = size == UNKNOWN ? frameSize(carry, 0, carried) : size;
    }
    byte[] complete = carry;
    carried = 0;
    carry = complete.length > KEPT_CARRY_BYTES ? NOTHING : complete;
    frame(complete, 0, size);
    return at;
  }

  private void carry(byte[] bytes, int at, int count, int frameSize) {
    int needed = carried + count;
    if (needed > carry.length) {
      // Grows with what has come, not with what the header promises.
      int enough = Math.max(512, Math.max(needed, 2 * carry.length));
      carry = Arrays.copyOf(carry, frameSize > needed ? Math.min(enough, frameSize) : enough);
    }
    System.arraycopy(bytes, at, carry, carried, count);
    carried = needed;
  }
}
