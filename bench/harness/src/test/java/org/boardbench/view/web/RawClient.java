package org.boardbench.view.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends what it likes. */
public final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;

  private final Socket socket;
  private final ByteArrayOutputStream got = new ByteArrayOutputStream();

  public RawClient(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_MS);
  }

  public RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Asks for a path as a browser here does. */
  public RawClient get(String path, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n");
  }

  /** All that has come when {@code end} has. */
  public String until(String end) throws IOException {
    byte[] some = new byte[1 << 16];
    while (!text().contains(end)) {
      int read = socket.getInputStream().read(some);
      if (read < 0) {
        throw new IOException("closed after " + text());
      }
      got.write(some, 0, read);
    }
    return text();
  }

  /** How many bytes have come when nothing more can. */
  public long untilClosed() throws IOException {
    byte[] some = new byte[1 << 16];
    try {
      for (int read = 0; read >= 0; read = socket.getInputStream().read(some)) {
        got.write(some, 0, read);
      }
    } catch (SocketException e) {
      // Reset: what was on its way is lost, and nothing more comes.
    }
    return got.size();
  }

  public String text() {
    return got.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
