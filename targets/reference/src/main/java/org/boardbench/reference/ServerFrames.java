package org.boardbench.reference;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Bytes that a WebSocket server sends. */
public final class ServerFrames {
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int FINAL = 0x80;
  public static final int PONG = 10;
  public static final int RSV1 = 0x40;

  static final int LONGEST_HEADER = 10;

  private ServerFrames() {}

  public static byte[] text(String text) {
    return frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] close(int code) {
    return frame(FINAL | CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
  }

  /** A frame with the shortest form of its length. */
  public static byte[] frame(int firstByte, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + LONGEST_HEADER);
    putHeader(frame, firstByte, payload.length);
    frame.put(payload);
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }

  static void putHeader(ByteBuffer out, int firstByte, int length) {
    out.put((byte) firstByte);
    if (length < 126) {
      out.put((byte) length);
    } else if (length < 65536) {
      out.put((byte) 126).putShort((short) length);
    } else {
      out.put((byte) 127).putLong(length);
    }
  }

  /** Only the header of a frame that claims {@code length} bytes. */
  public static byte[] header(int firstByte, long length) {
    return ByteBuffer.allocate(10).put((byte) firstByte).put((byte) 127).putLong(length).array();
  }

  /** The payload in three fragments, with a ping after the first. */
  public static byte[] fragments(byte[] payload) {
    int third = payload.length / 3;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(frame(TEXT, slice(payload, 0, third)));
    out.writeBytes(frame(FINAL | PING, new byte[] {'?'}));
    out.writeBytes(frame(CONTINUATION, slice(payload, third, 2 * third)));
    out.writeBytes(frame(FINAL | CONTINUATION, slice(payload, 2 * third, payload.length)));
    return out.toByteArray();
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** The answer to an opening handshake with {@code key}. */
  public static byte[] accept(String key) {
    try {
      String magic = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(magic.getBytes(StandardCharsets.US_ASCII));
      return """
      HTTP/1.1 101 Switching Protocols\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Accept: %s\r
      \r
      """
          .formatted(Base64.getEncoder().encodeToString(hash))
          .getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
