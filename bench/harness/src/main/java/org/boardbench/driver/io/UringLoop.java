package org.boardbench.driver.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.uring.ReceiveBuffers;
import org.boardbench.driver.io.uring.Ring;

/**
 * A loop on Linux' io_uring, called without a native library. Sockets have a receive that goes on
 * by itself, whose bytes come with the kernel's own time; a wait, and what was asked for since the
 * last one, are one call. One thread does all the work and nothing in an iteration locks or logs,
 * or allocates for a read or a send.
 */
final class UringLoop extends NativeLoop<UringTransport> {
  /**
   * A buffer for each of many sockets at once, and room for all of them to end at the same time. A
   * buffer is smaller than a twentieth of the smallest receive buffer that a socket has, so that
   * one which has filled is taken in parts that have times of their own.
   */
  static final Ring.Size USUAL_SIZE = new Ring.Size(1024, 8192, 2048, 4096);

  /** Operations wait with the kernel, so that none finds that it cannot be done at once. */
  private static final int SOCKETS_BLOCK = 0;

  /** Operations end within microseconds of being told to. */
  private static final long LONGEST_END_NS = 1_000_000_000;

  private final Ring ring;
  private final UringOperations operations;
  private final UringEvents events;

  private boolean mayGather;

  /** Receives that found no buffer. */
  private long noBuffer;

  /** Of these and of the ring's overflows, so many were told to the agenda. */
  private long toldShortages;

  private UringLoop(
      String threadName, RunClock clock, Agenda agenda, Gathering gathering, Ring.Size size)
      throws IOException {
    super(threadName, clock, agenda, gathering, SOCKETS_BLOCK, UringTransport[]::new);
    this.ring = createRing(size);
    this.operations = new UringOperations(arena, ring);
    this.events = new UringEvents(ring, operations, transports, waker);
  }

  private Ring createRing(Ring.Size size) throws IOException {
    try {
      return Ring.create(arena, size);
    } catch (IOException e) {
      super.closeDescriptors();
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
    loop.start();
    return loop;
  }

  @Override
  void begin() {
    ring.enable();
    operations.awaitWakeUp(waker);
  }

  @Override
  void awaitKernel() {
    events.end(LONGEST_END_NS / 100, System.nanoTime() + LONGEST_END_NS);
  }

  @Override
  void closeDescriptors() {
    ring.close();
    super.closeDescriptors();
  }

  @Override
  UringTransport transport(Transport.Listener listener, int socket) {
    return new UringTransport(this, listener, socket);
  }

  @Override
  void connect(UringTransport transport, MemorySegment to) {
    transport.connect(transports.add(transport), to);
  }

  @Override
  void iterate() {
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
    boolean mayWait = beginWait();
    long wakeNs = dueNs - wakeLead.ns();
    long leftNs = mayWait ? wakeNs - clock.nowNs() : 0;
    long gatherNs = mayGather ? gathering.ns(leftNs) : 0;
    if (gatherNs > 0 && !ring.canGather()) {
      operations.await(0, 0); // what was written down is not to wait meanwhile
      sleep(gatherNs);
      leftNs -= gatherNs;
      gatherNs = 0;
    }
    long waitNs = Math.clamp(leftNs, 0, LONGEST_WAIT_NS);
    operations.await(waitNs, gatherNs);
    endWait();
    if (waitNs > 0 && events.isEmpty()) {
      wakeLead.awaitDue(wakeNs, dueNs);
    }
  }

  // What transports need of their loop, all on its thread.

  UringOperations operations() {
    return operations;
  }

  ReceiveBuffers buffers() {
    return ring.buffers();
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
}
