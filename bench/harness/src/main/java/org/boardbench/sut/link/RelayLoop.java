package org.boardbench.sut.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.sut.link.RelayedConnection.Lines;

/** The sockets of a relay, and the order of events on its one thread. */
final class RelayLoop implements Runnable {
  /** As many as may wait: the kernel takes fewer where its own bound is lower. */
  private static final int BACKLOG = 4096;

  private static final int BUFFER_BYTES = 64 << 10;
  private static final long NS_PER_MS = 1_000_000;

  private final Selector selector;
  private final ServerSocketChannel acceptor;
  private final InetSocketAddress server;
  private final Lines lines;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final PriorityQueue<Due> byTime =
      new PriorityQueue<>(Comparator.comparingLong(Due::atNs));
  private volatile boolean isOpen = true;

  /** A flow that waits for a moment to come. */
  private record Due(RelayedConnection connection, Flow flow, long atNs) {
    /** A line that has become plain keeps nobody waiting. */
    boolean isNow(long nowNs) {
      return atNs - nowNs <= 0 || flow.isDue(nowNs);
    }
  }

  RelayLoop(int serverPort, Lines lines) throws IOException {
    this.server = LoopbackPorts.address(serverPort);
    this.lines = lines;
    this.selector = Selector.open();
    this.acceptor = ServerSocketChannel.open();
    acceptor.bind(LoopbackPorts.address(0), BACKLOG);
    acceptor.configureBlocking(false);
    acceptor.register(selector, SelectionKey.OP_ACCEPT);
  }

  int port() {
    return acceptor.socket().getLocalPort();
  }

  /** Has it look at its lines again. */
  void wakeUp() {
    selector.wakeup();
  }

  void stop() {
    isOpen = false;
    wakeUp();
  }

  @Override
  public void run() {
    try {
      while (isOpen) {
        await();
        passOnWhatIsDue();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a relay has failed", e);
    } finally {
      close();
    }
  }

  private void await() throws IOException {
    if (byTime.isEmpty()) {
      selector.select(this::ready);
      return;
    }
    long leftNs = byTime.peek().atNs() - System.nanoTime();
    if (leftNs <= 0) {
      selector.selectNow(this::ready);
    } else {
      selector.select(this::ready, (leftNs + NS_PER_MS - 1) / NS_PER_MS);
    }
  }

  private void ready(SelectionKey key) {
    if (key.isValid() && key.isAcceptable()) {
      accept();
    } else if (key.attachment() instanceof RelayedConnection connection) {
      try {
        connection.ready(key, buffer, System.nanoTime());
      } catch (CancelledKeyException closed) {
        // Its other socket, looked at just before, has ended both.
        return;
      }
      connection.flows().forEach(flow -> schedule(connection, flow));
    }
  }

  private void accept() {
    try {
      SocketChannel client = acceptor.accept();
      if (client != null) {
        relay(client);
      }
    } catch (IOException goneAgain) {
      // Who connected has not waited.
    }
  }

  private void relay(SocketChannel client) throws IOException {
    boolean isRelayed = false;
    try {
      new RelayedConnection(client, server, lines, selector);
      isRelayed = true;
    } finally {
      if (!isRelayed) {
        client.close(); // complements accept
      }
    }
  }

  private void schedule(RelayedConnection connection, Flow flow) {
    if (flow.waitsForTime() && !flow.isScheduled()) {
      flow.scheduled(true);
      byTime.add(new Due(connection, flow, flow.nextDueNs()));
    }
  }

  private void passOnWhatIsDue() {
    long nowNs = System.nanoTime();
    while (!byTime.isEmpty() && byTime.peek().isNow(nowNs)) {
      Due due = byTime.poll();
      due.flow().scheduled(false);
      due.connection().due(due.flow(), nowNs);
      schedule(due.connection(), due.flow());
    }
  }

  private void close() {
    for (SelectionKey key : List.copyOf(selector.keys())) {
      if (key.attachment() instanceof RelayedConnection connection) {
        connection.abort();
      }
    }
    for (Closeable own : List.of(acceptor, selector)) {
      try {
        own.close();
      } catch (IOException broken) {
        // Nothing more can be done to end it.
      }
    }
  }
}
