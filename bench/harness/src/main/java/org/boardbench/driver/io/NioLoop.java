package org.boardbench.driver.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.boardbench.core.RunClock;
import org.boardbench.core.Uninterrupted;

/**
 * A loop on {@link Selector}. Its timeout knows milliseconds only, so a {@link WakeUpTimer} ends
 * waits at the exact time. One thread does all the work and nothing in an iteration allocates,
 * locks or logs.
 */
final class NioLoop implements SocketLoop {
  private static final int READ_BUFFER_BYTES = 256 * 1024;
  private static final long LONGEST_WAIT_MS = 1_000;
  private static final long NS_PER_MS = 1_000_000;

  private final RunClock clock;
  private final Agenda agenda;
  private final Selector selector;
  private final WakeUpTimer timer;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** Shared by all transports; a heap buffer, for Java-WebSocket reads the array behind it. */
  private final ByteBuffer readBuffer = ByteBuffer.allocate(READ_BUFFER_BYTES);

  private final Consumer<SelectionKey> readyAction = this::ready;
  private long dueNs;
  private boolean iterationBegun;
  private long iterationStartNs;
  private volatile boolean waiting;
  private volatile boolean closed;
  private volatile Throwable failure;

  private NioLoop(String threadName, RunClock clock, Agenda agenda, Selector selector) {
    this.clock = clock;
    this.agenda = agenda;
    this.selector = selector;
    this.timer = new WakeUpTimer(threadName + "-timer", clock, this::endWait);
    this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
  }

  static NioLoop start(String threadName, RunClock clock, Agenda agenda) throws IOException {
    NioLoop loop = new NioLoop(threadName, clock, agenda, Selector.open());
    loop.timer.start();
    loop.thread.start();
    return loop;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** A caller that does not have the transport yet hears of a failure as of any other, later. */
  @Override
  public Transport connect(
      Optional<InetAddress> from, InetSocketAddress to, Transport.Listener listener) {
    NioTransport transport = new NioTransport(clock, listener);
    try {
      SocketChannel channel = SocketChannel.open();
      transport.attach(channel);
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (from.isPresent()) {
        channel.bind(new InetSocketAddress(from.get(), 0));
      }
      // Registered first, so that a connection refused at once is heard of like any other.
      transport.attach(channel.register(selector, SelectionKey.OP_CONNECT, transport));
    } catch (IOException e) {
      execute(() -> transport.fail(e));
      return transport;
    }
    try {
      transport.connect(to);
    } catch (IOException | RuntimeException e) {
      execute(() -> transport.fail(e));
    }
    return transport;
  }

  /** Arrival is the run clock's own time here. */
  @Override
  public void compareClocks() {}

  @Override
  public Throwable failure() {
    return failure;
  }

  private void run() {
    try {
      while (!closed) {
        iterate();
      }
    } catch (Throwable e) {
      failure = e;
    } finally {
      timer.close();
      closeTransports();
    }
  }

  private void iterate() throws IOException {
    awaitWork();
    beginIteration();
    SocketLoops.runAll(tasks);
    dueNs = agenda.runDue();
    iterationBegun = false;
    agenda.iterated(iterationStartNs, clock.nowNs());
  }

  private void awaitWork() throws IOException {
    timer.set(dueNs);
    waiting = true;
    // The timer may have fired before waiting was set; then the time has come and is seen here.
    long leftNs = dueNs - clock.nowNs();
    if (leftNs > 0) {
      selector.select(readyAction, Math.min(leftNs / NS_PER_MS + 1, LONGEST_WAIT_MS));
    } else {
      selector.selectNow(readyAction);
    }
    waiting = false;
  }

  private void endWait() {
    if (waiting) {
      selector.wakeup();
    }
  }

  private void beginIteration() {
    if (!iterationBegun) {
      iterationBegun = true;
      iterationStartNs = clock.nowNs();
    }
  }

  private void ready(SelectionKey key) {
    waiting = false;
    beginIteration();
    NioTransport transport = (NioTransport) key.attachment();
    long nowNs = transport.ready(readBuffer);
    // An iteration over many readable sockets must not hold up the sends, nor who waits for a task.
    if (nowNs >= dueNs) {
      dueNs = agenda.runDue();
    }
    SocketLoops.runAll(tasks);
  }

  private void closeTransports() {
    for (SelectionKey key : selector.keys()) {
      ((NioTransport) key.attachment()).close();
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
    long deadlineNs = SocketLoops.endDeadlineNs();
    Uninterrupted.join(thread, deadlineNs);
    timer.awaitEnd(deadlineNs);
  }
}
