package org.boardbench.driver.ws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Speaks TLS in front of a server on this machine. */
public final class TlsFront implements AutoCloseable {
  private final SSLServerSocket listening;
  private final int backPort;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  public TlsFront(SSLContext tls, int backPort) throws IOException {
    this.backPort = backPort;
    this.listening =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public URI uri() {
    return URI.create("wss://127.0.0.1:" + listening.getLocalPort() + "/ws");
  }

  private void accept() {
    try {
      while (true) {
        Socket front = listening.accept();
        front.setTcpNoDelay(true);
        Socket back = new Socket(InetAddress.getLoopbackAddress(), backPort);
        back.setTcpNoDelay(true);
        sockets.addAll(List.of(front, back));
        Thread.ofVirtual().start(() -> pump(front, back));
        Thread.ofVirtual().start(() -> pump(back, front));
      }
    } catch (IOException e) {
      close(); // the listening socket has been closed
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      return; // the other direction has closed both
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
