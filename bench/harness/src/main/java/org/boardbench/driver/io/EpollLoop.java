package org.boardbench.driver.io;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

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
import org.boardbench.driver.io.linux.SendCopy;
import org.boardbench.driver.io.linux.SocketAddress;
import org.boardbench.driver.io.linux.TimedReceive;
import org.boardbench.driver.io.linux.Timespec;

/**
 * A loop on Linux' epoll and {@code recvmsg}, called without a native library. Bytes arrive with
 * the kernel's own time, so what this thread is late by is in no figure. One thread does all the
 * work and nothing in an iteration locks or logs, or allocates for a read.
 */
final class EpollLoop implements SocketLoop {
  private static final int SOCKET_TYPE =
      Linux.SOCK_STREAM | Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC;
  private static final int MOST_EVENTS = 1024;
  private static final long LONGEST_WAIT_NS = 1_000_000_000;

  // struct epoll_event is packed on x86-64 alone.
  private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");
  private static final long EVENT_BYTES = PACKED ? 12 : 16;
  private static final long EVENT_DATA = PACKED ? 4 : 8;

  /** {@link Linux#epollAdd}, which fails when the kernel or the user's share of it is full. */
  @FunctionalInterface
  interface Watch {
    int add(MemorySegment error, int epoll, int descriptor, MemorySegment event);
  }

  private final RunClock clock;
  private final Agenda agenda;
  private final Gathering gathering;
  private final Watch watch;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final TransportTable<EpollTransport> transports =
      new TransportTable<>(EpollTransport[]::new);

  // Everything native is of an arena that lives as long as somebody can reach this loop.
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment error = arena.allocate(Linux.ERROR_BYTES, 8);
  private final MemorySegment events = arena.allocate(MOST_EVENTS * EVENT_BYTES, 8);
  private final MemorySegment timeout = arena.allocate(Timespec.BYTES, 8);
  private final MemorySegment time = arena.allocate(Timespec.BYTES, 8);
  private final SocketOptions options = new SocketOptions(arena, error);
  private final SocketState sockets = new SocketState(arena, error);
  private final Waker waker = new Waker(arena, Linux.SOCK_NONBLOCK);
  private final TimedReceive receive = new TimedReceive(arena, error);
  private final SendCopy sendCopy = new SendCopy(arena, error);
  private final WakeLead wakeLead;
  private final ArrivalTimes arrivalTimes;
  private final int epoll;

  /**
   * A socket that only asks for times. The kernel begins to take them a moment after the first
   * socket asks, and ends with the last: so the first frames of the first user have theirs too.
   */
  private final int timeKeeper;

  private long dueNs;

  private volatile boolean waiting;
  private volatile boolean closed;
  private volatile Throwable failure;

  private EpollLoop(
      String threadName, RunClock clock, Agenda agenda, Gathering gathering, Watch watch) {
    this.clock = clock;
    this.agenda = agenda;
    this.gathering = gathering;
    this.watch = watch;
    this.wakeLead = new WakeLead(clock);
    this.arrivalTimes = new ArrivalTimes(clock, this::realTimeNs, agenda);
    this.epoll = Linux.epoll(error);
    this.timeKeeper = Linux.socket(error, Linux.AF_INET, SOCKET_TYPE);
    this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
  }

  /**
   * @throws IOException when this machine has no descriptors for it, or no memory
   */
  static EpollLoop start(String threadName, RunClock clock, Agenda agenda, Gathering gathering)
      throws IOException {
    return start(threadName, clock, agenda, gathering, Linux::epollAdd);
  }

  /** {@code watch} is the call that has a socket waited for. */
  static EpollLoop start(
      String threadName, RunClock clock, Agenda agenda, Gathering gathering, Watch watch)
      throws IOException {
    EpollLoop loop = new EpollLoop(threadName, clock, agenda, gathering, watch);
    try {
      loop.requireDescriptors();
    } catch (IOException e) {
      loop.closeDescriptors();
      throw e;
    }
    loop.thread.start();
    return loop;
  }

  private void requireDescriptors() throws IOException {
    required("epoll_create1", epoll);
    required("eventfd", waker.descriptor());
    required("socket", timeKeeper);
    required("setsockopt", options.askForTimes(timeKeeper));
    required("epoll_ctl", await(waker.descriptor(), Linux.EPOLLIN, TransportTable.NONE));
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
      EpollTransport none = new EpollTransport(this, listener, -1);
      execute(() -> none.end(ConnectionErrors.HOST_NOT_FOUND));
      return none;
    }
    try (Arena call = Arena.ofConfined()) {
      SocketAddress to = SocketAddress.of(address, call);
      int socket = Linux.socket(error, to.family(), SOCKET_TYPE);
      if (socket < 0) {
        EpollTransport none = new EpollTransport(this, listener, -1);
        execute(() -> none.fail(-socket));
        return none;
      }
      EpollTransport transport = new EpollTransport(this, listener, socket);
      Optional<String> obstacle = options.prepare(socket, from, call);
      if (obstacle.isPresent()) {
        execute(() -> transport.end(obstacle.get()));
        return transport;
      }
      int result = Linux.connect(error, socket, to.bytes());
      if (result < 0 && result != -Linux.EINPROGRESS) {
        execute(() -> transport.fail(-result));
      } else {
        // After connect, because a socket that does nothing yet is reported as hung up.
        int wanted = Linux.EPOLLIN | Linux.EPOLLOUT | Linux.EPOLLRDHUP | Linux.EPOLLET;
        int watched = await(socket, wanted, transports.add(transport));
        if (watched < 0) {
          execute(() -> transport.end(ConnectionErrors.ofCall("epoll_ctl", -watched)));
        }
      }
      return transport;
    }
  }

  private int await(int descriptor, int wanted, long ticket) {
    MemorySegment event = events.asSlice(0, EVENT_BYTES);
    event.set(JAVA_INT, 0, wanted);
    event.set(JAVA_LONG_UNALIGNED, EVENT_DATA, ticket);
    return watch.add(error, epoll, descriptor, event);
  }

  @Override
  public Throwable failure() {
    return failure;
  }

  private void run() {
    try {
      Linux.sharpTimers(error);
      while (!closed) {
        iterate();
      }
    } catch (Throwable e) {
      failure = e;
    } finally {
      closeDescriptors();
    }
  }

  private void iterate() {
    int count = awaitEvents();
    long startNs = clock.nowNs();
    for (int i = 0; i < count; i++) {
      // An iteration over many readable sockets must not hold up the sends, nor who waits for a
      // task.
      handle(i * EVENT_BYTES);
      SocketLoops.runAll(tasks);
    }
    SocketLoops.runAll(tasks);
    arrivalTimes.compareWhenDue(startNs);
    dueNs = agenda.runDue();
    long endNs = clock.nowNs();
    agenda.iterated(startNs, endNs);
    if (count > 0 && arrivalTimes.areKnown()) {
      gather(endNs);
    }
  }

  /** Before the next wait; {@link Gathering} says what for. */
  private void gather(long nowNs) {
    long gatherNs = gathering.ns(dueNs - wakeLead.ns() - nowNs);
    if (gatherNs > 0 && tasks.isEmpty() && !closed) {
      Timespec.set(timeout, gatherNs);
      Linux.sleep(error, timeout);
    }
  }

  private int awaitEvents() {
    waiting = true;
    // Who adds a task after this look sees that the loop waits, and wakes it.
    boolean busy = closed || !tasks.isEmpty();
    long wakeNs = dueNs - wakeLead.ns();
    long waitNs = busy ? 0 : Math.clamp(wakeNs - clock.nowNs(), 0, LONGEST_WAIT_NS);
    Timespec.set(timeout, waitNs);
    int count = Linux.epollWait(error, epoll, events, MOST_EVENTS, timeout);
    waiting = false;
    if (count < 0 && count != -Linux.EINTR) {
      throw new IllegalStateException(ConnectionErrors.ofCall("epoll_pwait2", -count));
    }
    if (count == 0 && waitNs > 0) {
      wakeLead.awaitDue(wakeNs, dueNs);
    }
    return count;
  }

  private void handle(long at) {
    long ticket = events.get(JAVA_LONG_UNALIGNED, at + EVENT_DATA);
    if (ticket == TransportTable.NONE) {
      Linux.takeEvents(error, waker.descriptor(), waker.count());
      return;
    }
    EpollTransport transport = transports.get(ticket);
    if (transport != null && transport.ready(events.get(JAVA_INT, at)) >= dueNs) {
      dueNs = agenda.runDue();
    }
  }

  @Override
  public void compareClocks() {
    arrivalTimes.compare();
  }

  private long realTimeNs() {
    return Linux.clockNs(error, Linux.CLOCK_REALTIME, time);
  }

  // What transports need of their loop, all on its thread.

  SendCopy sendCopy() {
    return sendCopy;
  }

  TimedReceive receive() {
    return receive;
  }

  ArrivalTimes arrivalTimes() {
    return arrivalTimes;
  }

  long nowNs() {
    return clock.nowNs();
  }

  SocketState sockets() {
    return sockets;
  }

  /** Complements {@link #connect}. */
  void close(EpollTransport transport, int socket) {
    transports.remove(transport);
    closeDescriptor(socket);
  }

  private void closeDescriptors() {
    transports.closeAll();
    waker.close();
    closeDescriptor(timeKeeper);
    closeDescriptor(epoll);
  }

  /** A negative one was never opened. */
  private void closeDescriptor(int descriptor) {
    if (descriptor >= 0) {
      Linux.close(error, descriptor);
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    Uninterrupted.join(thread, SocketLoops.endDeadlineNs());
  }
}
