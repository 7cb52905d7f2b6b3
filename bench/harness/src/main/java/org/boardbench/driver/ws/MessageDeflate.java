package org.boardbench.driver.ws;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.boardbench.protocol.FrameKind;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;

/**
 * Compresses and decompresses messages as RFC 7692 has it, each by itself. Belongs to one loop and
 * serves all its connections, one message at a time; allocates nothing once its buffers are as
 * large as the largest message.
 */
final class MessageDeflate {
  /** Ends every compressed message and is not sent (7.2.1): an empty block without compression. */
  private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

  private final Inflater inflater = new Inflater(true);
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final OutgoingFrame frame = new OutgoingFrame();
  private byte[] message = new byte[4096];

  /** The frame of a message, compressed and ready for the wire; good until the next one. */
  ByteBuffer frame(FrameKind kind, byte[] bytes, int offset, int length) {
    byte[] room = frame.room(mostDeflated(length));
    int space = room.length - OutgoingFrame.PAYLOAD_AT;
    deflater.reset();
    deflater.setInput(bytes, offset, length);
    int size = deflater.deflate(room, OutgoingFrame.PAYLOAD_AT, space, Deflater.SYNC_FLUSH);
    if (size < TAIL.length || size == space) {
      throw new IllegalStateException(length + " bytes became " + size + " of " + space);
    }
    return frame.compressed(kind, size - TAIL.length);
  }

  /** Blocks without compression, in the worst case, of which each has a header of five bytes. */
  private static int mostDeflated(int length) {
    return length + length / 8 + 64;
  }

  /**
   * Decompresses a message into {@link #message()}.
   *
   * @return its length
   */
  int inflate(byte[] bytes, int offset, int length) throws InvalidDataException {
    inflater.reset();
    try {
      int size = inflate(bytes, offset, length, 0);
      return inflate(TAIL, 0, TAIL.length, size);
    } catch (DataFormatException e) {
      throw new InvalidDataException(
          CloseFrame.PROTOCOL_ERROR,
          "server sent a compressed message that is none: " + e.getMessage() + " (RFC 7692 7.2.2)");
    }
  }

  /** Good until the next message is decompressed. */
  byte[] message() {
    return message;
  }

  /** Goes on behind the {@code before} bytes that there are; returns how many there are then. */
  private int inflate(byte[] bytes, int offset, int length, int before)
      throws DataFormatException, LimitExceededException {
    int size = before;
    inflater.setInput(bytes, offset, length);
    while (true) {
      if (size == message.length) {
        grow();
      }
      int more = inflater.inflate(message, size, message.length - size);
      size += more;
      if (inflater.finished()) {
        // Such a block ends no message (7.2.3.4): others may follow.
        int left = inflater.getRemaining();
        inflater.reset();
        inflater.setInput(bytes, offset + length - left, left);
      } else if (more == 0) {
        return size;
      }
    }
  }

  private void grow() throws LimitExceededException {
    if (message.length >= InPlaceDraft.MAX_MESSAGE_BYTES) {
      throw new LimitExceededException(
          "server sent a compressed message of more than "
              + InPlaceDraft.MAX_MESSAGE_BYTES
              + " bytes",
          InPlaceDraft.MAX_MESSAGE_BYTES);
    }
    message = Arrays.copyOf(message, 2 * message.length);
  }
}
