package org.boardbench.driver.io;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.linux.SendCopy;
import org.boardbench.driver.io.linux.TimedReceive;
import org.boardbench.driver.io.linux.Timespec;

/**
 * A loop on Linux' epoll and {@code recvmsg}, called without a native library. Bytes arrive with
 * the kernel's own time, so what this thread is late by is in no figure. One thread does all the
 * work and nothing in an iteration locks or logs, or allocates for a read.
 */
final class EpollLoop extends NativeLoop<EpollTransport> {
  private static final int MOST_EVENTS = 1024;

  // struct epoll_event is packed on x86-64 alone.
  private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");
  private static final long EVENT_BYTES = PACKED ? 12 : 16;
  private static final long EVENT_DATA = PACKED ? 4 : 8;

  /** {@link Linux#epollAdd}, which fails when the kernel or the user's share of it is full. */
  @FunctionalInterface
  interface Watch {
    int add(MemorySegment error, int epoll, int descriptor, MemorySegment event);
  }

  private final Watch watch;
  private final MemorySegment events = arena.allocate(MOST_EVENTS * EVENT_BYTES, 8);
  private final MemorySegment timeout = arena.allocate(Timespec.BYTES, 8);
  private final TimedReceive receive = new TimedReceive(arena, error);
  private final SendCopy sendCopy = new SendCopy(arena, error);
  private final int epoll;

  private EpollLoop(
      String threadName, RunClock clock, Agenda agenda, Gathering gathering, Watch watch) {
    super(threadName, clock, agenda, gathering, Linux.SOCK_NONBLOCK, EpollTransport[]::new);
    this.watch = watch;
    this.epoll = Linux.epoll(error);
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
    loop.start();
    return loop;
  }

  @Override
  void requireDescriptors() throws IOException {
    required("epoll_create1", epoll);
    super.requireDescriptors();
    required("epoll_ctl", await(waker.descriptor(), Linux.EPOLLIN, TransportTable.NONE));
  }

  @Override
  void closeDescriptors() {
    super.closeDescriptors();
    closeDescriptor(epoll);
  }

  @Override
  EpollTransport transport(Transport.Listener listener, int socket) {
    return new EpollTransport(this, listener, socket);
  }

  @Override
  void connect(EpollTransport transport, MemorySegment to) {
    int result = Linux.connect(error, transport.socket, to);
    if (result < 0 && result != -Linux.EINPROGRESS) {
      execute(() -> transport.fail(-result));
      return;
    }
    // After connect, because a socket that does nothing yet is reported as hung up.
    int wanted = Linux.EPOLLIN | Linux.EPOLLOUT | Linux.EPOLLRDHUP | Linux.EPOLLET;
    int watched = await(transport.socket, wanted, transports.add(transport));
    if (watched < 0) {
      execute(() -> transport.end(ConnectionErrors.ofCall("epoll_ctl", -watched)));
    }
  }

  private int await(int descriptor, int wanted, long ticket) {
    MemorySegment event = events.asSlice(0, EVENT_BYTES);
    event.set(JAVA_INT, 0, wanted);
    event.set(JAVA_LONG_UNALIGNED, EVENT_DATA, ticket);
    return watch.add(error, epoll, descriptor, event);
  }

  @Override
  void iterate() {
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
    if (gatherNs > 0 && isIdle()) {
      sleep(gatherNs);
    }
  }

  private int awaitEvents() {
    boolean mayWait = beginWait();
    long wakeNs = dueNs - wakeLead.ns();
    long waitNs = mayWait ? Math.clamp(wakeNs - clock.nowNs(), 0, LONGEST_WAIT_NS) : 0;
    Timespec.set(timeout, waitNs);
    int count = Linux.epollWait(error, epoll, events, MOST_EVENTS, timeout);
    endWait();
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

  // What transports need of their loop, all on its thread.

  SendCopy sendCopy() {
    return sendCopy;
  }

  TimedReceive receive() {
    return receive;
  }

  /** Complements {@link #connect}. */
  void close(EpollTransport transport, int socket) {
    transports.remove(transport);
    closeDescriptor(socket);
  }
}
