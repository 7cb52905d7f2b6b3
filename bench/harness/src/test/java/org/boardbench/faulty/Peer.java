package org.boardbench.faulty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A client as the server sees it: the bytes that came and are no frame yet, and those to go. */
final class Peer {
  final SocketChannel channel;
  final SelectionKey key;
  final int number;
  final Map<Peer, byte[]> heldBack = new HashMap<>();
  String board;
  boolean upgraded;
  int singleBytes;
  private ByteBuffer in = ByteBuffer.allocate(8192);
  private ByteBuffer out = ByteBuffer.allocateDirect(8192);

  Peer(SocketChannel channel, SelectionKey key, int number) {
    this.channel = channel;
    this.key = key;
    this.number = number;
  }

  /** Returns false at the end of the stream. */
  boolean read() throws IOException {
    if (!in.hasRemaining()) {
      in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
    }
    return channel.read(in) >= 0;
  }

  /** The request's head, once it is complete. */
  String takeRequest() {
    String request = new String(in.array(), 0, in.position(), StandardCharsets.US_ASCII);
    int end = request.indexOf("\r\n\r\n");
    if (end < 0) {
      return null;
    }
    in.flip().position(end + 4);
    in.compact();
    return request.substring(0, end);
  }

  /** A complete frame's opcode and unmasked payload. */
  record Frame(int opcode, ByteBuffer payload) {
    String text() {
      return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }
  }

  /** The next complete frame; null when there is none. */
  Frame takeFrame() {
    in.flip();
    try {
      if (in.remaining() < 2) {
        return null;
      }
      int lengthCode = in.get(1) & 0x7f;
      int header = lengthCode == 127 ? 10 : lengthCode == 126 ? 4 : 2;
      if (in.remaining() < header + 4) {
        return null;
      }
      long length =
          switch (header) {
            case 2 -> lengthCode;
            case 4 -> in.getShort(2) & 0xffff;
            default -> in.getLong(2);
          };
      if (in.remaining() < header + 4 + length) {
        return null;
      }
      int opcode = in.get(0) & 0x0f;
      byte[] payload = new byte[(int) length];
      in.get(header + 4, payload);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= in.get(header + i % 4);
      }
      in.position(header + 4 + payload.length);
      return new Frame(opcode, ByteBuffer.wrap(payload));
    } finally {
      in.compact();
    }
  }

  void put(byte[] bytes) {
    if (out.remaining() < bytes.length) {
      int capacity = Math.max(2 * out.capacity(), out.position() + bytes.length);
      out = ByteBuffer.allocateDirect(capacity).put(out.flip());
    }
    out.put(bytes);
  }

  /** All that waits here goes byte by byte from now on. */
  void trickle() {
    singleBytes = out.position();
  }

  /** Returns whether all has gone, or goes byte by byte. */
  boolean flush() throws IOException {
    out.flip();
    if (singleBytes > 0) {
      int limit = out.limit();
      out.limit(1);
      singleBytes -= channel.write(out);
      out.limit(limit);
    } else {
      channel.write(out);
    }
    boolean gone = !out.hasRemaining() || singleBytes > 0;
    out.compact();
    return gone;
  }

  boolean hasOutput() {
    return out.position() > 0;
  }

  /** The value of a request's field. */
  static String field(String request, String name) {
    return Arrays.stream(request.split("\r\n"))
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
