package org.boardbench.reference;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that sees every frame as it comes, on a blocking socket. */
final class TestClient implements AutoCloseable {
  private static final int PATIENCE_MS = 60_000;
  private static final int MASK = 0x1234_5678;

  /** A frame; the first byte says whether it is final, its reserved bits and its opcode. */
  record Frame(int firstByte, String payload) {
    boolean isText() {
      return firstByte == (ServerFrames.FINAL | ServerFrames.TEXT);
    }
  }

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final String handshake;

  private TestClient(int port, int receiveBuffer, String path) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setSoTimeout(PATIENCE_MS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    in = new DataInputStream(socket.getInputStream());
    sendBytes(
        ("GET " + path + " HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n")
            .concat("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
            .concat("\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readByte());
    }
    handshake = head.toString();
  }

  static TestClient connect(ReferenceServer server) throws IOException {
    return new TestClient(server.port(), 0, "/ws");
  }

  /** A client whose window is soon full when it does not read. */
  static TestClient slow(ReferenceServer server) throws IOException {
    return new TestClient(server.port(), 4096, "/ws");
  }

  static TestClient joined(ReferenceServer server, String board) throws IOException {
    return connect(server).join(board);
  }

  /** The head of the answer to the opening handshake. */
  String handshake() {
    return handshake;
  }

  /** Joins, and reads the answer. */
  TestClient join(String board) throws IOException {
    send("{\"type\":\"join\",\"boardId\":\"%s\",\"userId\":\"u\"}".formatted(board));
    Frame answer = read();
    if (!answer.payload().contains("joined")) {
      throw new IOException("not joined: " + answer);
    }
    return this;
  }

  /** A message of this many bytes or a few more, whose stamp begins with a digit. */
  static String message(String board, int number, int bytes) {
    return "{\"type\":\"stroke\",\"boardId\":\"%s\",\"stamp\":\"%d.0\",\"fill\":\"%s\"}"
        .formatted(board, number, "x".repeat(Math.max(0, bytes - 60)));
  }

  void publish(String board, int number) throws IOException {
    send(message(board, number, 0));
  }

  void send(String text) throws IOException {
    sendBytes(text(text));
  }

  /** Sends frames in one packet, so that the server takes them in one iteration. */
  void sendTogether(byte[]... frames) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      packet.writeBytes(frame);
    }
    sendBytes(packet.toByteArray());
  }

  static byte[] text(String text) {
    return frame(ServerFrames.FINAL | ServerFrames.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void sendBytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** A frame as a client sends it. */
  static byte[] frame(int firstByte, byte[] payload) {
    byte[] plain = ServerFrames.frame(firstByte, payload);
    int header = plain.length - payload.length;
    plain[1] |= (byte) 0x80;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, header);
    byte[] mask = ByteBuffer.allocate(4).putInt(MASK).array();
    out.writeBytes(mask);
    for (int i = 0; i < payload.length; i++) {
      out.write(payload[i] ^ mask[i % 4]);
    }
    return out.toByteArray();
  }

  /** The next byte, whatever comes after it. */
  int readByte() throws IOException {
    return in.readUnsignedByte();
  }

  /** The next frame; fails when none comes, or at the end. */
  Frame read() throws IOException {
    int firstByte = in.readUnsignedByte();
    int lengthCode = in.readUnsignedByte();
    long length =
        switch (lengthCode) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> lengthCode;
        };
    if (length > 1 << 20) {
      return new Frame(firstByte, "a length of " + length);
    }
    byte[] payload = new byte[(int) length];
    in.readFully(payload);
    return new Frame(firstByte, new String(payload, StandardCharsets.UTF_8));
  }

  /** All frames before the text that contains {@code last}; reads that one too. */
  List<Frame> readUntil(String last) throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (Frame frame = read(); !frame.payload().contains(last); frame = read()) {
      frames.add(frame);
    }
    return frames;
  }

  /** All frames until the server closes the connection. */
  List<Frame> readToTheEnd() throws IOException {
    List<Frame> frames = new ArrayList<>();
    try {
      while (true) {
        frames.add(read());
      }
    } catch (EOFException end) {
      return frames;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
