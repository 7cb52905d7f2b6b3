package org.boardbench.core;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/**
 * Free TCP ports of 127.0.0.1, none handed out twice, and the way to whoever listens there.
 * Thread-safe.
 */
public final class LoopbackPorts {
  private static final String HOST = "127.0.0.1";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral(HOST);
  private static final int ATTEMPTS = 1000;

  private final Set<Integer> used = new HashSet<>();

  /** A port that nobody listens on now. */
  public synchronized int next() throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
        if (used.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      }
    }
    throw new IOException("no free port on " + HOST);
  }

  public static InetSocketAddress address(int port) {
    return new InetSocketAddress(LOOPBACK, port);
  }

  /**
   * A question over HTTP, which goes through no proxy. Its connection ends with the answer: the
   * server must not carry an idle one through the measurement.
   *
   * @param timeoutMs to connect, and between two parts of the answer
   */
  public static HttpURLConnection open(URI uri, int timeoutMs) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(timeoutMs);
    connection.setReadTimeout(timeoutMs);
    connection.setRequestProperty("Connection", "close");
    return connection;
  }

  /** {@code http://127.0.0.1:8080/health}. */
  public static URI uri(String scheme, int port, String path) {
    return URI.create(scheme + "://" + HOST + ":" + port + path);
  }
}
