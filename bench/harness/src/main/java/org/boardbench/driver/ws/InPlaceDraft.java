package org.boardbench.driver.ws;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.boardbench.protocol.FrameKind;
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
 * RFC 6455 with a short way for the frames that a measurement consists of: a complete, final,
 * unmasked data frame is handed on where it lies in the read buffer, with no String and no
 * allocation. Every other frame takes the library's way, one by one and in order.
 *
 * <p>What a read leaves incomplete is carried over to the next one, so that the buffer is free at
 * once and no byte depends on whose buffer it came in.
 */
public final class InPlaceDraft extends Draft_6455 {
  /** A longer message closes the connection with 1009; the wire contract stops at 64 KiB. */
  static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

  private static final int UNKNOWN = -1;
  private static final int KEPT_CARRY_BYTES = 64 * 1024;
  private static final byte[] NOTHING = {};

  static final String NO_UTF8 = "server sent a text that is no UTF-8 (RFC 6455 8.1)";

  /** Takes what the short way gives. */
  @FunctionalInterface
  public interface Sink {
    /** A data frame's payload; text is known to be valid. The bytes only last for the call. */
    void frame(FrameKind kind, byte[] bytes, int offset, int length);

    /** The server's close frame, before it is answered. */
    default void closing(int code, String reason) {}
  }

  private final Sink sink;
  private WebSocketImpl engine;
  private byte[] carry = NOTHING;
  private int carried;
  private boolean fragmented;
  private long fragmentBytes;
  private long frames;
  private boolean hasClosed;

  /** Null while the server may not compress. */
  private CompressedMessages compressed;

  InPlaceDraft(IProtocol subprotocol, Sink sink) {
    super(List.of(), List.of(subprotocol), MAX_MESSAGE_BYTES);
    this.sink = sink;
  }

  /** The engine that this draft works for; it makes its own copy of the draft it is given. */
  public static WebSocketImpl engine(WebSocketListener listener, IProtocol subprotocol, Sink sink) {
    WebSocketImpl engine = new WebSocketImpl(listener, new InPlaceDraft(subprotocol, sink));
    ((InPlaceDraft) engine.getDraft()).engine = engine;
    return engine;
  }

  @Override
  public Draft copyInstance() {
    return new InPlaceDraft(getKnownProtocols().getFirst().copyInstance(), sink);
  }

  /** From now on the server may compress messages. */
  void inflateBy(MessageDeflate deflate) {
    compressed = new CompressedMessages(deflate, sink);
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
    while (at < end && engine.isOpen() && !hasClosed) {
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
   * header is there.
   */
  private int frameSize(byte[] bytes, int at, int end) throws InvalidDataException {
    if (end - at < 2) {
      return UNKNOWN;
    }
    if ((bytes[at] & 0xff) != FrameRules.FINAL_TEXT || bytes[at + 1] < 0 || fragmented) {
      Optional<String> violation =
          FrameRules.violation(bytes[at], bytes[at + 1], fragmented, compressed != null);
      if (violation.isPresent()) {
        throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, violation.get());
      }
    }
    int plainHeader = plainHeaderSize(bytes[at + 1]);
    if (end - at < plainHeader) {
      return UNKNOWN;
    }
    long payload = bytes[at + 1];
    if (plainHeader > 2) {
      payload = 0;
      for (int i = 2; i < plainHeader; i++) {
        payload = (payload << 8) | (bytes[at + i] & 0xff);
      }
    }
    if (payload < 0 || payload > MAX_MESSAGE_BYTES) {
      throw new LimitExceededException(
          "server sent a frame of %s bytes, at most %d are taken"
              .formatted(Long.toUnsignedString(payload), MAX_MESSAGE_BYTES),
          MAX_MESSAGE_BYTES);
    }
    return plainHeader + (int) payload;
  }

  /** The header's size. */
  private static int plainHeaderSize(int lengthCode) {
    return lengthCode == 127 ? 10 : lengthCode == 126 ? 4 : 2;
  }

  private void frame(byte[] bytes, int at, int size) throws InvalidDataException {
    frames++;
    int first = bytes[at] & 0xff;
    int header = plainHeaderSize(bytes[at + 1]);
    if (first == FrameRules.FINAL_TEXT) {
      if (!Utf8.isValid(bytes, at + header, size - header)) {
        throw new InvalidDataException(CloseFrame.NO_UTF8, NO_UTF8);
      }
      sink.frame(FrameKind.TEXT, bytes, at + header, size - header);
    } else if (first == FrameRules.FINAL_BINARY) {
      sink.frame(FrameKind.BINARY, bytes, at + header, size - header);
    } else if (compressed != null && compressed.takes(first)) {
      fragmented = (first & FrameRules.FINAL) == 0;
      compressed.frame(first, bytes, at + header, size - header);
    } else {
      theLibrarysWay(bytes, at, size);
    }
  }

  private void theLibrarysWay(byte[] bytes, int at, int size) throws InvalidDataException {
    int opcode = bytes[at] & FrameRules.OPCODE_BITS;
    boolean last = bytes[at] < 0;
    if (opcode == FrameRules.CLOSE) {
      closing(bytes, at, size);
      return;
    }
    boolean ofFragments = opcode < FrameRules.CLOSE && (opcode == 0 || !last);
    if (ofFragments) {
      fragmentBytes += size;
      // The library looks at the sum only with the first fragment and the last.
      if (fragmentBytes > MAX_MESSAGE_BYTES) {
        throw new LimitExceededException(
            "server sent fragments of more than " + MAX_MESSAGE_BYTES + " bytes",
            MAX_MESSAGE_BYTES);
      }
    }
    try {
      for (Framedata frame : super.translateFrame(ByteBuffer.wrap(bytes, at, size))) {
        processFrame(engine, frame);
      }
    } catch (InvalidDataException e) {
      boolean isText = e.getCloseCode() == CloseFrame.NO_UTF8;
      throw isText ? new InvalidDataException(CloseFrame.NO_UTF8, NO_UTF8) : e;
    }
    if (ofFragments) {
      fragmented = !last;
      fragmentBytes = last ? 0 : fragmentBytes;
    }
  }

  /** The library takes some lawful close frames for wrong ones, and has 1000 for no code. */
  private void closing(byte[] bytes, int at, int size) throws InvalidDataException {
    int code = FrameRules.closeCode(bytes, at + 2, size - 2);
    String reason = size > 4 ? new String(bytes, at + 4, size - 4, StandardCharsets.UTF_8) : "";
    hasClosed = true;
    sink.closing(code, reason);
    CloseFrame echo = new CloseFrame();
    echo.setCode(code);
    engine.sendFrame(echo);
    engine.flushAndClose(code, reason, true);
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
