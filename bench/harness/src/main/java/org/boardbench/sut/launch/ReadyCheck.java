package org.boardbench.sut.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import org.boardbench.core.LoopbackPorts;

/** One short question to a server of this machine: are you ready? */
@FunctionalInterface
public interface ReadyCheck {
  int TIMEOUT_MS = 1000;

  /** Answers within about two seconds, whatever the server does. */
  boolean isReady();

  /**
   * Ready once it accepts a connection.
   *
   * @param host an address of this machine
   */
  static ReadyCheck tcp(String host, int port) {
    return () -> {
      try (Socket socket = new Socket(Proxy.NO_PROXY)) {
        socket.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
        return true;
      } catch (IOException notYet) {
        return false;
      }
    };
  }

  /** Ready once GET {@code path} gives 200. */
  static ReadyCheck http(int port, String path) {
    return http(LoopbackPorts.HOST, port, path);
  }

  /** The same at another address of this machine. */
  static ReadyCheck http(String host, int port, String path) {
    URI uri = LoopbackPorts.uri("http", host, port, path);
    return () -> {
      try {
        HttpURLConnection connection = LoopbackPorts.open(uri, TIMEOUT_MS);
        connection.setInstanceFollowRedirects(false);
        try {
          return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
          connection.disconnect();
        }
      } catch (IOException notYet) {
        return false;
      }
    };
  }
}
