package org.boardbench.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Free TCP ports of 127.0.0.1, none handed out twice. Thread-safe. */
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

  /** {@code http://127.0.0.1:8080/health}. */
  public static URI uri(String scheme, int port, String path) {
    return URI.create(scheme + "://" + HOST + ":" + port + path);
  }
}
