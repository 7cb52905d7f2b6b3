package org.boardbench.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Free TCP ports of 127.0.0.1, none handed out twice. Thread-safe. */
public final class LoopbackPorts {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
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
    throw new IOException("no free port on 127.0.0.1");
  }

  public static InetSocketAddress address(int port) {
    return new InetSocketAddress(LOOPBACK, port);
  }
}
