package org.boardbench.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The server's sockets, and the order of events on its one thread. */
final class ServerLoop implements Runnable {
  private static final int BACKLOG = 4096;
  private static final long PING_NS = TimeUnit.SECONDS.toNanos(30);
  private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_WAIT_MS = 1_000;

  private final ServerSettings settings;
  private final ServerClock clock = new ServerClock();
  private final Timers timers = new Timers();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Consumer<SelectionKey> ready = this::ready;
  private final Selector selector = Selector.open();
  private final ServerSocketChannel listening = ServerSocketChannel.open();
  private final Tally tally;
  private final Delivery delivery;
  private final Boards boards;
  private final HttpAnswers http;
  private final Inbound inbound;
  private final AtomicInteger connections = new AtomicInteger();
  private boolean closed;
  private boolean ended;

  ServerLoop(ServerSettings settings) throws IOException {
    this.settings = settings;
    FaultScript script = settings.script();
    tally = new Tally(script.delay().toNanos());
    FaultSchedule schedule = new FaultSchedule(script, tally);
    Map<String, Board> byId = new LinkedHashMap<>();
    delivery =
        script.disturbsDeliveries()
            ? new FaultyDelivery(script, schedule, tally, byId, this)
            : new PlainDelivery(tally);
    boards = new Boards(byId, schedule, tally, delivery, settings.historyBytes());
    http = new HttpAnswers(schedule, tally);
    inbound = new Inbound(http, boards, clock);
    listen();
  }

  private void listen() throws IOException {
    try {
      listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listening.bind(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
      listening.configureBlocking(false);
      listening.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      listening.close();
      selector.close();
      throw e;
    }
  }

  int port() {
    return listening.socket().getLocalPort();
  }

  /** Connections that are open now; for any thread. */
  int connections() {
    return connections.get();
  }

  long pongs() {
    return inbound.pongs();
  }

  HttpAnswers http() {
    return http;
  }

  Tally tally() {
    return tally;
  }

  ServerClock clock() {
    return clock;
  }

  /** Gives connections to come a receive buffer of so many bytes. */
  void receiveBuffer(int bytes) throws IOException {
    listening.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
  }

  /** Begins or ceases to read from the clients that are connected. */
  void read(boolean wanted) {
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() != null && key.isValid()) {
        if (wanted) {
          key.interestOpsOr(SelectionKey.OP_READ);
        } else {
          key.interestOpsAnd(~SelectionKey.OP_READ);
        }
      }
    }
  }

  /**
   * Has {@code task} done on the loop's thread; for any thread.
   *
   * @return false when the loop has ended: then the task is never done
   */
  boolean execute(Runnable task) {
    // A selector must not be woken up once it is closed.
    synchronized (tasks) {
      if (!ended) {
        tasks.add(task);
        selector.wakeup();
      }
      return !ended;
    }
  }

  void after(long delayNs, Runnable task) {
    timers.at(clock.nowNs() + delayNs, task);
  }

  /** Does nothing at all for a while. */
  void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void log(String what, Connection connection) {
    settings.log().accept("connection " + connection.number() + " " + what);
  }

  void closed(Connection connection) {
    connections.decrementAndGet();
    boards.leave(connection);
  }

  @Override
  public void run() {
    try {
      after(PING_NS, this::checkAlive);
      while (!closed) {
        iterate();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      end();
    }
  }

  private void iterate() throws IOException {
    long waitMs = settings.poll() == ServerSettings.Poll.SPIN ? 0 : waitMs();
    if (waitMs == 0) {
      selector.selectNow(ready);
    } else {
      selector.select(ready, waitMs);
    }
    runTasks();
    timers.runDue(clock.nowNs());
    delivery.endIteration();
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /**
   * The kernel wakes up late; so the last millisecond before a time is spent asking, not waiting.
   */
  private long waitMs() {
    long nextNs = Math.min(timers.nextNs(), delivery.nextNs());
    long leftMs = (nextNs - clock.nowNs()) / MS - 1;
    return Math.clamp(leftMs, 0, LONGEST_WAIT_MS);
  }

  private void ready(SelectionKey key) {
    if (key.attachment() == null) {
      accept();
      return;
    }
    Connection connection = (Connection) key.attachment();
    // Another one's message may have closed it in this very iteration.
    if (connection.isOpen() && key.isWritable()) {
      connection.flush();
    }
    if (connection.isOpen() && key.isReadable()) {
      inbound.read(connection);
    }
  }

  private void accept() {
    try {
      for (SocketChannel channel = listening.accept();
          channel != null;
          channel = listening.accept()) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(channel, key, this));
        connections.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all connections that have shaken hands, without a word. */
  void cutAll() {
    forEachUpgraded(Connection::cutOff);
  }

  /** As {@link #cutAll}; when this returns, whatever their peers send is refused. */
  void resetAll() {
    forEachUpgraded(Connection::reset);
    try {
      selector.selectNow(ready); // only now does the selector let go of the sockets
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forEachUpgraded(Consumer<Connection> work) {
    for (SelectionKey key : List.copyOf(selector.keys())) {
      if (key.attachment() instanceof Connection connection
          && connection.isOpen()
          && connection.number() > 0) {
        work.accept(connection);
      }
    }
  }

  private void checkAlive() {
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof Connection connection && connection.isOpen()) {
        connection.checkAlive();
      }
    }
    after(PING_NS, this::checkAlive);
  }

  /** Ends {@link #run}; for any thread. */
  void close() {
    execute(() -> closed = true);
  }

  private void end() {
    synchronized (tasks) {
      ended = true;
      runTasks();
    }
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.set(0);
  }
}
