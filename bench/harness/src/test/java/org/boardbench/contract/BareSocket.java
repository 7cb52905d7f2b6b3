package org.boardbench.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket connection without manners: frames of any length in one piece, no reading unless
 * asked to, an end by TCP reset.
 */
final class BareSocket implements AutoCloseable {
  private static final int RECEIVE_BUFFER_BYTES = 4096;
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int MASKED = 0x80;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_64 = 127;

  private final Socket socket = new Socket();

  /** Connects and joins; what the server says to that is read, and nothing else. */
  static BareSocket join(URI uri, Conversation conversation, String boardId, String userId)
      throws IOException {
    BareSocket bare = new BareSocket(uri, conversation);
    if (conversation.serverSpeaksFirst()) {
      bare.read();
    }
    for (String frame : conversation.opening()) {
      bare.send(frame);
      bare.read();
    }
    for (String frame : conversation.join(boardId, userId)) {
      bare.send(frame);
    }
    bare.read();
    return bare;
  }

  private BareSocket(URI uri, Conversation conversation) throws IOException {
    // A small window, set before connecting, fills soon when nobody reads.
    socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
    socket.setSoTimeout((int) ContractClient.PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    String protocol =
        conversation
            .subprotocol()
            .map(name -> "Sec-WebSocket-Protocol: " + name + "\r\n")
            .orElse("");
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n%s"
                .formatted(requestTarget(uri), uri.getAuthority(), protocol)
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder response = new StringBuilder();
    while (response.indexOf("\r\n\r\n") < 0) {
      response.append((char) socket.getInputStream().read());
    }
    if (!response.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("no upgrade: " + response);
    }
  }

  private static String requestTarget(URI uri) {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  /** Sends the text in one frame. */
  void send(String text) throws IOException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
    frame.write(TEXT);
    if (payload.length < LENGTH_16) {
      frame.write(MASKED | payload.length);
    } else if (payload.length <= 0xFFFF) {
      frame.write(MASKED | LENGTH_16);
      frame.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      frame.write(MASKED | LENGTH_64);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(new byte[4]); // a mask of zeros changes nothing
    frame.writeBytes(payload);
    socket.getOutputStream().write(frame.toByteArray());
  }

  /** Waits until the server refuses what was sent: by an error, a close frame, or the end. */
  boolean isRefused() {
    try {
      while (true) {
        String received = read();
        if (received.isEmpty()
            || received.charAt(0) == CLOSE
            || received.contains("\"error\"")
            || received.contains("ERROR\n")) {
          return true;
        }
      }
    } catch (SocketTimeoutException silence) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** What has come in, a character a byte; empty at the end. */
  private String read() throws IOException {
    byte[] buffer = new byte[RECEIVE_BUFFER_BYTES];
    int length = socket.getInputStream().read(buffer);
    return new String(buffer, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1);
  }

  /** Ends the connection by a TCP reset; a second call does nothing. */
  @Override
  public void close() throws IOException {
    if (!socket.isClosed()) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
