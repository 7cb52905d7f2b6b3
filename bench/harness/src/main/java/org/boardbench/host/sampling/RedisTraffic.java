package org.boardbench.host.sampling;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;

/**
 * The traffic that Redis counts itself, from {@code INFO stats} over one connection that stays
 * open, less what these questions and answers add to it. Not thread-safe.
 */
final class RedisTraffic implements AutoCloseable {
  /** Its name in results, after {@code proc+}. */
  static final String SOURCE = "redis-info";

  private static final int TIMEOUT_MS = 200;
  private static final int LINE_LIMIT = 1000;
  private static final byte[] QUESTION = "INFO stats\r\n".getBytes(StandardCharsets.US_ASCII);

  private final int port;
  private Socket socket;
  private InputStream in;
  private long askedBytes;
  private long answeredBytes;

  RedisTraffic(int port) {
    this.port = port;
  }

  /** Bytes received and sent since Redis began. */
  record Traffic(long rxBytes, long txBytes) {}

  /** Empty when it does not answer within a moment. */
  Optional<Traffic> read() {
    try {
      if (socket == null) {
        connect();
      }
      return Optional.of(ask());
    } catch (IOException | NumberFormatException noAnswer) {
      close();
      return Optional.empty();
    }
  }

  private void connect() throws IOException {
    socket = new Socket(Proxy.NO_PROXY);
    socket.connect(LoopbackPorts.address(port), TIMEOUT_MS);
    socket.setSoTimeout(TIMEOUT_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Redis counts a question before it answers, and an answer once it is sent. */
  private Traffic ask() throws IOException {
    long answeredBeforeBytes = answeredBytes;
    socket.getOutputStream().write(QUESTION);
    askedBytes += QUESTION.length;
    String header = line();
    if (!header.startsWith("$")) {
      throw new IOException("not what Redis answers: " + header);
    }
    int length = Integer.parseInt(header.substring(1));
    byte[] body = in.readNBytes(length);
    line();
    answeredBytes += length;
    String text = new String(body, StandardCharsets.US_ASCII);
    return new Traffic(
        field(text, "total_net_input_bytes") - askedBytes,
        field(text, "total_net_output_bytes") - answeredBeforeBytes);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LINE_LIMIT) {
        throw new EOFException("no end of line");
      }
      line.append((char) c);
    }
    answeredBytes += line.length() + 1;
    return line.toString().strip();
  }

  private static long field(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElseThrow(() -> new NumberFormatException("no " + name));
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException alreadyBroken) {
      // Nothing is left of it, and a new connection will be made.
    } finally {
      socket = null;
      in = null;
    }
  }
}
