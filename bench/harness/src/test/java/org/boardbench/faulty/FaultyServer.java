package org.boardbench.faulty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server's sockets and its one thread. What it says is {@link RawBoards}' business; writes of
 * one turn go out together.
 */
public final class FaultyServer implements AutoCloseable {
  private record Later(long timeNs, Runnable task) {}

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listening = ServerSocketChannel.open();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Later> laters =
      new PriorityQueue<>(Comparator.comparingLong(Later::timeNs));
  private final Set<Peer> dirty = new LinkedHashSet<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final RawBoards boards;
  private final Thread thread;
  private int accepted;
  private volatile boolean closed;

  private FaultyServer(int port, FaultScript script) throws IOException {
    listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
    boards = new RawBoards(script, this);
    thread = Thread.ofPlatform().daemon().name("faulty-server").unstarted(this::run);
  }

  /** Starts a server on a free port of the loopback address. */
  public static FaultyServer start(FaultScript script) {
    return start(0, script);
  }

  static FaultyServer start(int port, FaultScript script) {
    try {
      FaultyServer server = new FaultyServer(port, script);
      server.thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A faultless server at port {@code args[0]}, to measure a driver against. */
  public static void main(String[] args) throws InterruptedException {
    FaultyServer server = start(Integer.parseInt(args[0]), FaultScript.none());
    System.out.println("listening on " + server.uri());
    server.thread.join();
  }

  public URI uri() {
    return URI.create("ws://127.0.0.1:" + port() + "/ws");
  }

  public int port() {
    return listening.socket().getLocalPort();
  }

  /** Connections that are open now. */
  public int connections() {
    return connections.get();
  }

  /** The opening handshakes so far. */
  public List<String> requests() {
    return requests;
  }

  /** Pongs so far. */
  public long pongs() {
    return boards.pongs();
  }

  /** Does nothing at all for {@code duration}, from now on. */
  public void stall(Duration duration) {
    execute(() -> {
      try {
        Thread.sleep(duration);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** Stops reading from the clients, or begins again. */
  public void read(boolean wanted) {
    execute(() ->
        selector.keys().stream()
            .filter(key -> key.attachment() != null && key.isValid())
            .forEach(key ->
                key.interestOps(
                    wanted
                        ? key.interestOps() | SelectionKey.OP_READ
                        : key.interestOps() & ~SelectionKey.OP_READ)));
  }

  /** Gives connections to come the smallest receive buffer. */
  public void smallBuffers() {
    try {
      listening.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  void after(Duration delay, Runnable task) {
    laters.add(new Later(System.nanoTime() + delay.toNanos(), task));
  }

  void send(Peer peer, byte[] bytes) {
    peer.put(bytes);
    dirty.add(peer);
  }

  void cut(Peer peer) {
    if (peer.channel.isOpen()) {
      connections.decrementAndGet();
      boards.leave(peer);
      dirty.remove(peer);
      try {
        peer.channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes what waits, then closes. */
  void finish(Peer peer) {
    flush(peer);
    cut(peer);
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(this::ready, waitMs());
        runLaters();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        List<Peer> flushed = new ArrayList<>(dirty);
        dirty.clear();
        flushed.forEach(this::flush);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      closeSockets();
    }
  }

  private long waitMs() {
    if (laters.isEmpty()) {
      return 1_000;
    }
    long leftNs = laters.element().timeNs() - System.nanoTime();
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(leftNs));
  }

  private void runLaters() {
    while (!laters.isEmpty() && laters.element().timeNs() <= System.nanoTime()) {
      laters.remove().task().run();
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() == null) {
      accept();
      return;
    }
    Peer peer = (Peer) key.attachment();
    if (key.isValid() && key.isWritable()) {
      key.interestOpsAnd(~SelectionKey.OP_WRITE);
      flush(peer);
    }
    if (key.isValid() && key.isReadable()) {
      read(peer);
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listening.accept();
      if (channel != null) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        accepted++;
        key.attach(new Peer(channel, key, accepted));
        connections.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Peer peer) {
    try {
      if (!peer.read()) {
        cut(peer);
        return;
      }
    } catch (IOException e) {
      cut(peer);
      return;
    }
    if (!peer.upgraded) {
      String request = peer.takeRequest();
      if (request == null) {
        return;
      }
      requests.add(request);
      boards.upgrade(peer, request);
    }
    for (Peer.Frame frame = peer.takeFrame();
        frame != null && peer.channel.isOpen();
        frame = peer.takeFrame()) {
      boards.take(peer, frame);
    }
  }

  void flush(Peer peer) {
    try {
      if (!peer.channel.isOpen()) {
        return;
      }
      if (!peer.flush()) {
        peer.key.interestOpsOr(SelectionKey.OP_WRITE);
      } else if (peer.hasOutput()) {
        after(Duration.ofMillis(1), () -> flush(peer));
      }
    } catch (IOException e) {
      cut(peer);
    }
  }

  private void closeSockets() {
    for (SelectionKey key : selector.keys()) {
      try {
        key.channel().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
