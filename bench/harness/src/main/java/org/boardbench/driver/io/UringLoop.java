package org.boardbench.driver.io;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.boardbench.core.RunClock;
import org.boardbench.core.Uninterrupted;
import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.linux.SocketAddress;
import org.boardbench.driver.io.linux.Timespec;
import org.boardbench.driver.io.uring.ReceiveBuffers;
import org.boardbench.driver.io.uring.Ring;

/**
 * A loop on Linux' io_uring, called without a native library. Sockets have a receive that goes on
 * by itself, whose bytes come with the kernel's own time; a wait, and what was asked for since the
 * last one, are one call. One thread does all the work and nothing in an iteration locks or logs,
 * or allocates for a read or a send.
 */
final class UringLoop implements SocketLoop {
  /**
   * A buffer for each of many sockets at once, and room for all of them to end at the same time. A
   * buffer is smaller than a twentieth of the smallest receive buffer that a socket has, so that
   * one which has filled is taken in parts that have times of their own.
   */
  static final Ring.Size USUAL_SIZE = new Ring.Size(1024, 8192, 2048, 4096);

  /** It waits with the kernel, so that no operation finds that it cannot be done at once. */
  private static final int SOCKET_TYPE = Linux.SOCK_STREAM | Linux.SOCK_CLOEXEC;

  private static final long LONGEST_WAIT_NS = 1_000_000_000;

  /** Operations end within microseconds of being told to. */
  private static final long LONGEST_END_NS = 1_000_000_000;

  private final RunClock clock;
  private final Agenda agenda;
  private final Gathering gathering;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final TransportTable<UringTransport> transports =
      new TransportTable<>(UringTransport[]::new);

  // Everything native is of an arena that lives as long as somebody can reach this loop.
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment error = arena.allocate(Linux.ERROR_BYTES, 8);
  private final MemorySegment time = arena.allocate(Timespec.BYTES, 8);
  private final SocketOptions options = new SocketOptions(arena, error);
  private final SocketState sockets = new SocketState(arena, error);
  private final Waker waker = new Waker(arena, 0);
  private final WakeLead wakeLead;
  private final ArrivalTimes arrivalTimes;
  private final Ring ring;
  private final UringOperations operations;
  private final UringEvents events;

  /** As in the epoll loop: keeps the kernel taking times from before the first user's frames. */
  private final int timeKeeper;

  private long dueNs;

  private boolean mayGather;

  /** Receives that found no buffer. */
  private long noBuffer;

  /** Of these and of the ring's overflows, so many were told to the agenda. */
  private long toldShortages;

  private volatile boolean waiting;
  private volatile boolean closed;
  private volatile Throwable failure;

  private UringLoop(
      String threadName, RunClock clock, Agenda agenda, Gathering gathering, Ring.Size size)
      throws IOException {
    this.clock = clock;
    this.agenda = agenda;
    this.gathering = gathering;
    this.wakeLead = new WakeLead(clock);
    this.arrivalTimes = new ArrivalTimes(clock, this::realTimeNs, agenda);
    this.timeKeeper = Linux.socket(error, Linux.AF_INET, SOCKET_TYPE);
    this.ring = createRing(size);
    this.operations = new UringOperations(arena, ring);
    this.events = new UringEvents(ring, operations, transports, waker);
    this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
  }

  private Ring createRing(Ring.Size size) throws IOException {
    try {
      return Ring.create(arena, size);
    } catch (IOException e) {
      closeDescriptors();
      throw e;
    }
  }

  /**
   * @throws IOException when this machine has no io_uring for it, no descriptors, or no memory
   */
  static UringLoop start(String threadName, RunClock clock, Agenda agenda, Gathering gathering)
      throws IOException {
    return start(threadName, clock, agenda, gathering, USUAL_SIZE);
  }

  static UringLoop start(
      String threadName, RunClock clock, Agenda agenda, Gathering gathering, Ring.Size size)
      throws IOException {
    UringLoop loop = new UringLoop(threadName, clock, agenda, gathering, size);
    try {
      loop.requireDescriptors();
    } catch (IOException e) {
      loop.ring.close();
      loop.closeDescriptors();
      throw e;
    }
    loop.thread.start();
    return loop;
  }

  private void requireDescriptors() throws IOException {
    required("eventfd", waker.descriptor());
    required("socket", timeKeeper);
    required("setsockopt", options.askForTimes(timeKeeper));
  }

  private static void required(String call, int result) throws IOException {
    if (result < 0) {
      throw new IOException(ConnectionErrors.ofCall(call, -result));
    }
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    wake();
  }

  private void wake() {
    if (waiting) {
      waker.wake();
    }
  }

  /** A caller that does not have the transport yet hears of a failure as of any other, later. */
  @Override
  public Transport connect(
      Optional<InetAddress> from, InetSocketAddress address, Transport.Listener listener) {
    if (address.isUnresolved()) {
      UringTransport none = new UringTransport(this, listener, -1);
      execute(() -> none.end(ConnectionErrors.HOST_NOT_FOUND));
      return none;
    }
    try (Arena call = Arena.ofConfined()) {
      SocketAddress to = SocketAddress.of(address, call);
      int socket = Linux.socket(error, to.family(), SOCKET_TYPE);
      UringTransport transport = new UringTransport(this, listener, socket);
      if (socket < 0) {
        execute(() -> transport.fail(-socket));
        return transport;
      }
      Optional<String> obstacle = options.prepare(socket, from, call);
      if (obstacle.isPresent()) {
        execute(() -> transport.end(obstacle.get()));
      } else {
        transport.connect(transports.add(transport), to.bytes());
      }
      return transport;
    }
  }

  @Override
  public Throwable failure() {
    return failure;
  }

  private void run() {
    try {
      Linux.sharpTimers(error);
      ring.enable();
      operations.awaitWakeUp(waker);
      while (!closed) {
        iterate();
      }
    } catch (Throwable e) {
      failure = e;
    } finally {
      endAll();
    }
  }

  private void iterate() {
    await();
    long startNs = clock.nowNs();
    boolean hasRead = takeAll();
    runTasks();
    arrivalTimes.compareWhenDue(startNs);
    runDue();
    if (!events.isEmpty()) {
      // Most of what is sent has gone as soon as it was handed over: that needs no wait.
      hasRead |= takeAll();
      runDue();
    }
    long endNs = clock.nowNs();
    agenda.iterated(startNs, endNs);
    tellShortages(endNs);
    mayGather = hasRead && arrivalTimes.areKnown();
  }

  private void tellShortages(long nowNs) {
    long shortages = noBuffer + ring.overflows();
    agenda.ringWasShort(shortages - toldShortages, nowNs);
    toldShortages = shortages;
  }

  /** Takes what has come by now; whether something was read. */
  private boolean takeAll() {
    boolean hasRead = false;
    int end = events.newRound();
    while (events.hasNext(end)) {
      long readNs = events.takeNext();
      hasRead |= readNs > 0;
      operations.flush();
      // An iteration over much that has come must not hold up the sends, nor who waits for a task.
      if (readNs >= dueNs) {
        runDue();
      }
      runTasks();
    }
    return hasRead;
  }

  private void runDue() {
    dueNs = agenda.runDue();
    operations.flush();
  }

  private void runTasks() {
    if (!tasks.isEmpty()) {
      SocketLoops.runAll(tasks);
      operations.flush();
    }
  }

  private void await() {
    waiting = true;
    // Who adds a task after this look sees that the loop waits, and wakes it.
    boolean busy = closed || !tasks.isEmpty();
    long wakeNs = dueNs - wakeLead.ns();
    long leftNs = busy ? 0 : wakeNs - clock.nowNs();
    long gatherNs = mayGather ? gathering.ns(leftNs) : 0;
    if (gatherNs > 0 && !ring.canGather()) {
      sleep(gatherNs);
      leftNs -= gatherNs;
      gatherNs = 0;
    }
    long waitNs = Math.clamp(leftNs, 0, LONGEST_WAIT_NS);
    operations.await(waitNs, gatherNs);
    waiting = false;
    if (waitNs > 0 && events.isEmpty()) {
      wakeLead.awaitDue(wakeNs, dueNs);
    }
  }

  /** What was written down is not to wait meanwhile. */
  private void sleep(long ns) {
    operations.await(0, 0);
    Timespec.set(time, ns);
    Linux.sleep(error, time);
  }

  @Override
  public void compareClocks() {
    arrivalTimes.compare();
  }

  private long realTimeNs() {
    return Linux.clockNs(error, Linux.CLOCK_REALTIME, time);
  }

  // What transports need of their loop, all on its thread.

  UringOperations operations() {
    return operations;
  }

  ReceiveBuffers buffers() {
    return ring.buffers();
  }

  SocketState sockets() {
    return sockets;
  }

  ArrivalTimes arrivalTimes() {
    return arrivalTimes;
  }

  long nowNs() {
    return clock.nowNs();
  }

  UringEvents events() {
    return events;
  }

  void ranOutOfBuffers() {
    noBuffer++;
  }

  /**
   * Of what the kernel may still use something; to be asked by the loop's thread, or at its end.
   */
  int operationsInFlight() {
    return ring.inFlight();
  }

  /** Complements {@link #connect}. */
  void close(UringTransport transport, int socket) {
    transports.remove(transport);
    if (socket >= 0) {
      operations.close(socket);
    }
  }

  /** Returns when the kernel uses nothing of this loop's any more, or does not tell for long. */
  private void endAll() {
    try {
      transports.closeAll();
      events.end(LONGEST_END_NS / 100, System.nanoTime() + LONGEST_END_NS);
    } catch (RuntimeException e) {
      failure = failure == null ? e : failure;
    } finally {
      ring.close();
      closeDescriptors();
    }
  }

  private void closeDescriptors() {
    waker.close();
    if (timeKeeper >= 0) {
      Linux.close(error, timeKeeper);
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    Uninterrupted.join(thread, SocketLoops.endDeadlineNs());
  }
}
