package org.boardbench.driver.io;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.boardbench.core.RunClock;
import org.boardbench.core.Uninterrupted;
import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.linux.SocketAddress;
import org.boardbench.driver.io.linux.Timespec;

/**
 * What loops on calls of Linux have in common: their thread from start to end, what others may ask
 * of it, how a connection begins, and clocks. How it waits, and what it takes then, each has for
 * itself. A read or a write calls nothing here that is not final.
 */
abstract class NativeLoop<T extends NativeTransport> implements SocketLoop {
  static final long LONGEST_WAIT_NS = 1_000_000_000;

  final RunClock clock;
  final Agenda agenda;
  final Gathering gathering;
  final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  final TransportTable<T> transports;

  // Everything native is of an arena that lives as long as somebody can reach this loop.
  final Arena arena = Arena.ofAuto();
  final MemorySegment error = arena.allocate(Linux.ERROR_BYTES, 8);
  private final MemorySegment time = arena.allocate(Timespec.BYTES, 8);
  private final SocketOptions options = new SocketOptions(arena, error);
  private final SocketState sockets = new SocketState(arena, error);
  final Waker waker;
  final WakeLead wakeLead;
  final ArrivalTimes arrivalTimes;
  private final int socketType;

  /**
   * A socket that only asks for times. The kernel begins to take them a moment after the first
   * socket asks, and ends with the last: so the first frames of the first user have theirs too.
   */
  private final int timeKeeper;

  private final Thread thread;

  /** When something is to be done at the latest (run clock). */
  long dueNs;

  private volatile boolean waiting;
  private volatile boolean closed;
  private volatile Throwable failure;

  /**
   * @param nonBlocking {@link Linux#SOCK_NONBLOCK} where calls on sockets are not to wait, else 0
   * @param array makes an array for so many transports
   */
  NativeLoop(
      String threadName,
      RunClock clock,
      Agenda agenda,
      Gathering gathering,
      int nonBlocking,
      IntFunction<T[]> array) {
    this.clock = clock;
    this.agenda = agenda;
    this.gathering = gathering;
    this.transports = new TransportTable<>(array);
    this.waker = new Waker(arena, nonBlocking);
    this.wakeLead = new WakeLead(clock);
    this.arrivalTimes = new ArrivalTimes(clock, this::realTimeNs, agenda);
    this.socketType = Linux.SOCK_STREAM | Linux.SOCK_CLOEXEC | nonBlocking;
    this.timeKeeper = Linux.socket(error, Linux.AF_INET, socketType);
    this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
  }

  /**
   * Starts the thread.
   *
   * @throws IOException when this machine has no descriptors for it, or no memory; nothing is left
   *     open then
   */
  final void start() throws IOException {
    try {
      requireDescriptors();
    } catch (IOException e) {
      closeDescriptors();
      throw e;
    }
    thread.start();
  }

  void requireDescriptors() throws IOException {
    required("eventfd", waker.descriptor());
    required("socket", timeKeeper);
    required("setsockopt", options.askForTimes(timeKeeper));
  }

  static void required(String call, int result) throws IOException {
    if (result < 0) {
      throw new IOException(ConnectionErrors.ofCall(call, -result));
    }
  }

  private void run() {
    try {
      Linux.sharpTimers(error);
      begin();
      while (!closed) {
        iterate();
      }
    } catch (Throwable e) {
      failure = e;
    } finally {
      end();
    }
  }

  /** The thread's first act. */
  void begin() {}

  /** Waits, and does all that is to be done then. */
  abstract void iterate();

  private void end() {
    try {
      transports.closeAll();
      awaitKernel();
    } catch (RuntimeException e) {
      failure = failure == null ? e : failure;
    } finally {
      closeDescriptors();
    }
  }

  /** Returns when the kernel uses nothing of this loop's any more, or does not tell for long. */
  void awaitKernel() {}

  /** Those that were opened; the thread's last act. */
  void closeDescriptors() {
    waker.close();
    closeDescriptor(timeKeeper);
  }

  /** A negative one was never opened. */
  final void closeDescriptor(int descriptor) {
    if (descriptor >= 0) {
      Linux.close(error, descriptor);
    }
  }

  @Override
  public final void execute(Runnable task) {
    tasks.add(task);
    wake();
  }

  private void wake() {
    if (waiting) {
      waker.wake();
    }
  }

  /**
   * Who adds a task from now on sees that the loop waits, and wakes it.
   *
   * @return whether it may wait
   */
  final boolean beginWait() {
    waiting = true;
    return isIdle();
  }

  final void endWait() {
    waiting = false;
  }

  /** Whether nobody wants anything of it. */
  final boolean isIdle() {
    return !closed && tasks.isEmpty();
  }

  /** A caller that does not have the transport yet hears of a failure as of any other, later. */
  @Override
  public final Transport connect(
      Optional<InetAddress> from, InetSocketAddress address, Transport.Listener listener) {
    if (address.isUnresolved()) {
      T none = transport(listener, -1);
      execute(() -> none.end(ConnectionErrors.HOST_NOT_FOUND));
      return none;
    }
    try (Arena call = Arena.ofConfined()) {
      SocketAddress to = SocketAddress.of(address, call);
      int socket = Linux.socket(error, to.family(), socketType);
      T transport = transport(listener, socket);
      if (socket < 0) {
        execute(() -> transport.fail(-socket));
        return transport;
      }
      Optional<String> obstacle = options.prepare(socket, from, call);
      if (obstacle.isPresent()) {
        execute(() -> transport.end(obstacle.get()));
      } else {
        connect(transport, to.bytes());
      }
      return transport;
    }
  }

  abstract T transport(Transport.Listener listener, int socket);

  /**
   * Begins to connect, and adds the transport to the table.
   *
   * @param to is of this call alone
   */
  abstract void connect(T transport, MemorySegment to);

  final void sleep(long ns) {
    Timespec.set(time, ns);
    Linux.sleep(error, time);
  }

  @Override
  public final void compareClocks() {
    arrivalTimes.compare();
  }

  private long realTimeNs() {
    return Linux.clockNs(error, Linux.CLOCK_REALTIME, time);
  }

  // What transports need of their loop, all on its thread.

  final SocketState sockets() {
    return sockets;
  }

  final ArrivalTimes arrivalTimes() {
    return arrivalTimes;
  }

  final long nowNs() {
    return clock.nowNs();
  }

  @Override
  public final Throwable failure() {
    return failure;
  }

  @Override
  public final void close() {
    closed = true;
    wake();
    Uninterrupted.join(thread, SocketLoops.endDeadlineNs());
  }
}
