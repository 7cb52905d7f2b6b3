package org.boardbench.core;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free TCP ports of 127.0.0.1, none handed out twice, and the way to whoever listens there.
 * Thread-safe.
 *
 * <p>They lie below those that the kernel gives to connections: one of thousands of users could
 * take such a port before the server has bound it, or while it is down, and who calls a server that
 * is down could even be connected with itself.
 */
public final class LoopbackPorts {
  public static final String HOST = "127.0.0.1";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral(HOST);
  private static final int ATTEMPTS = 1000;
  private static final int LOWEST = 10_000;

  /** Of {@code ip_local_port_range}, as long as nobody has changed it. */
  private static final int USUAL_FIRST_OF_CONNECTIONS = 32_768;

  private static final Path OF_CONNECTIONS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  private final Set<Integer> used = new HashSet<>();
  private final InetAddress other;

  public LoopbackPorts() {
    this(LOOPBACK);
  }

  private LoopbackPorts(InetAddress other) {
    this.other = other;
  }

  /** The same, of which each is free at {@code other}, too. */
  public static LoopbackPorts alsoAt(InetAddress other) {
    return new LoopbackPorts(other);
  }

  /** A port that nobody listens on now. */
  public synchronized int next() throws IOException {
    int end = firstOfConnections();
    for (int i = 0; i < ATTEMPTS; i++) {
      // Where connections leave no room below, the kernel's choice is as good as any.
      int asked = end > LOWEST ? ThreadLocalRandom.current().nextInt(LOWEST, end) : 0;
      try (ServerSocket socket = new ServerSocket(asked, 1, LOOPBACK)) {
        int port = socket.getLocalPort();
        if (isFreeAtOther(port) && used.add(port)) {
          return port;
        }
      } catch (BindException taken) {
        // Another one, then.
      }
    }
    throw new IOException("no free port on " + HOST);
  }

  /** Whether this program could listen there now. */
  public static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, LOOPBACK)) {
      return true;
    } catch (IOException takenOrForbidden) {
      return false;
    }
  }

  private boolean isFreeAtOther(int port) throws IOException {
    if (other.equals(LOOPBACK)) {
      return true;
    }
    try (ServerSocket socket = new ServerSocket(port, 1, other)) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    }
  }

  private static int firstOfConnections() throws IOException {
    if (!Files.isReadable(OF_CONNECTIONS)) {
      return USUAL_FIRST_OF_CONNECTIONS;
    }
    try (Scanner range = new Scanner(OF_CONNECTIONS, StandardCharsets.US_ASCII)) {
      return range.nextInt();
    }
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
    return uri(scheme, HOST, port, path);
  }

  /**
   * The same at another address of this machine.
   *
   * @param host IPv4
   */
  public static URI uri(String scheme, String host, int port, String path) {
    return URI.create(scheme + "://" + host + ":" + port + path);
  }
}
