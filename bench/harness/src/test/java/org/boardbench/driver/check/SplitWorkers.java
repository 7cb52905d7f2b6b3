package org.boardbench.driver.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;

/** A server of several workers that know nothing of each other, behind one port. */
public final class SplitWorkers implements AutoCloseable {
  private final List<ReferenceServer> workers;
  private final ServerSocket port;
  private final IntUnaryOperator workerOf;

  /**
   * @param workerOf the worker's number for the n-th connection, from 0
   */
  public SplitWorkers(int workers, IntUnaryOperator workerOf) throws IOException {
    this.workers =
        Stream.generate(() -> ReferenceServer.start(FaultScript.none())).limit(workers).toList();
    this.port = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    this.workerOf = workerOf;
    Thread.ofVirtual().start(this::accept);
  }

  public URI uri() {
    return URI.create("ws://127.0.0.1:" + port.getLocalPort() + "/ws");
  }

  private void accept() {
    try {
      for (int number = 0; ; number++) {
        Socket client = port.accept();
        int worker = workers.get(workerOf.applyAsInt(number)).port();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), worker);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> copy(client, server));
        Thread.ofVirtual().start(() -> copy(server, client));
      }
    } catch (IOException closed) {
      // That is how this thread ends.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // One side has gone, and so goes the other.
    }
  }

  @Override
  public void close() {
    try {
      port.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    workers.forEach(ReferenceServer::close);
  }
}
