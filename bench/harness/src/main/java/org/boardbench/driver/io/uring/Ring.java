package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.linux.ReceiveTime;
import org.boardbench.driver.io.linux.Timespec;

/**
 * An io_uring: operations are written down and handed to the kernel together, and what they came to
 * is found in a queue. Belongs to the thread that enables it; allocates nothing after that.
 *
 * <p>The kernel does an operation that can be done at once while it takes it, one after the other;
 * the rest it does when this thread waits ({@code IORING_SETUP_DEFER_TASKRUN}), so that it never
 * interrupts the handling of what has come. Descriptors are not registered with the ring: a
 * multishot receive holds its socket's file as long as it lasts, so that only sends look theirs up.
 */
public final class Ring {
  private static final int RECEIVE =
      SubmissionQueue.operation(Abi.OP_RECVMSG, Abi.SQE_BUFFER_SELECT, Abi.RECV_MULTISHOT);
  private static final int SEND = SubmissionQueue.operation(Abi.OP_SEND, 0, 0);
  private static final int CONNECT = SubmissionQueue.operation(Abi.OP_CONNECT, 0, 0);
  private static final int READ = SubmissionQueue.operation(Abi.OP_READ, 0, 0);
  private static final int CANCEL = SubmissionQueue.operation(Abi.OP_ASYNC_CANCEL, 0, 0);
  private static final int CLOSE = SubmissionQueue.operation(Abi.OP_CLOSE, 0, 0);

  /** What a thread's signal mask takes; none is set. */
  private static final int SIGNAL_BYTES = 8;

  private static final int EBUSY = 16;
  private static final int ETIME = 62;
  private static final int NO_DESCRIPTOR = -1;

  /** More would keep the JVM waiting for a call that it was not told of. */
  private static final int FEW = 16;

  private static final long NS_PER_US = 1_000;

  /**
   * How much of everything a ring has; all are powers of two.
   *
   * @param submissions that can wait to be handed over
   * @param completions that can wait to be taken: room for all buffers and for what else may end at
   *     once, for beyond it the kernel has to allocate
   * @param buffers for what is received and was not taken
   * @param bufferBytes of each, of which {@value #BUFFER_OVERHEAD} are not the stream's
   */
  public record Size(int submissions, int completions, int buffers, int bufferBytes) {
    /** A {@code struct io_uring_recvmsg_out} and a control message. */
    public static final int BUFFER_OVERHEAD = (int) Abi.RECEIVED_BYTES + ReceiveTime.BYTES;
  }

  private final MemorySegment error;
  private final MemorySegment wait;
  private final MemorySegment timeout;
  private final MemorySegment message;
  private final RingMemory memory;
  private final SubmissionQueue submissions;
  private final CompletionQueue completions;
  private final boolean canGather;
  private final int waitFlags;
  private final int mostGathered;
  private int inFlight;
  private boolean isOverflowing;
  private long overflows;

  private Ring(Arena arena, MemorySegment error, RingMemory memory) {
    this.error = error;
    this.memory = memory;
    this.submissions = memory.submissions();
    this.completions = memory.completions();
    this.canGather = (memory.features() & Abi.FEAT_MIN_TIMEOUT) != 0;
    // A thread that waits for its users' frames is idle, and not kept up by a disk.
    boolean canBeIdle = (memory.features() & Abi.FEAT_NO_IOWAIT) != 0;
    this.waitFlags =
        Abi.ENTER_GETEVENTS | Abi.ENTER_EXT_ARG | (canBeIdle ? Abi.ENTER_NO_IOWAIT : 0);
    this.mostGathered = Math.max(1, memory.buffers().count() / 4);
    this.timeout = arena.allocate(Timespec.BYTES, 8);
    this.wait = arena.allocate(Abi.WAIT_BYTES, 8);
    wait.set(JAVA_INT, Abi.WAIT_SIGNAL_BYTES, SIGNAL_BYTES);
    wait.set(JAVA_LONG, Abi.WAIT_TIMEOUT, timeout.address());
    this.message = arena.allocate(Abi.MESSAGE_BYTES, 8);
    message.set(JAVA_LONG, Abi.MESSAGE_CONTROL_BYTES, ReceiveTime.BYTES);
  }

  /**
   * Sets up a ring. It does nothing until {@link #enable}.
   *
   * @param arena of all its memory; the ring must have been closed when it ends
   * @throws UringException when this machine does not have it
   */
  public static Ring create(Arena arena, Size size) throws UringException {
    MemorySegment error = arena.allocate(Linux.ERROR_BYTES, 8);
    return new Ring(arena, error, RingMemory.create(arena, error, size));
  }

  /** Makes the calling thread the one that the ring belongs to. */
  public void enable() {
    int result =
        Calls.register(
            error, memory.descriptor(), Abi.REGISTER_ENABLE_RINGS, MemorySegment.NULL, 0);
    if (result < 0) {
      throw failed("io_uring_register", -result);
    }
  }

  /**
   * Connects a socket.
   *
   * @param memory has a {@code sockaddr} of {@code count} bytes from {@code from} on, to be kept
   *     until this has ended
   */
  public void connect(int socket, MemorySegment memory, long from, long count, long userData) {
    write(CONNECT, socket, count, memory.address() + from, 0, 0, userData);
  }

  /** Receives into {@link #buffers} until the stream ends or no buffer is left. */
  public void receive(int socket, long userData) {
    write(RECEIVE, socket, 0, message.address(), 0, 0, userData);
  }

  /**
   * Sends {@code count} bytes, or as many of them as there is room for once there is any.
   *
   * @param memory has them from {@code from} on, to be kept until this has ended
   */
  public void send(int socket, MemorySegment memory, long from, int count, long userData) {
    long address = memory.address() + from;
    write(SEND, socket, 0, address, count, Linux.MSG_NOSIGNAL, userData);
  }

  /**
   * Reads from a descriptor once there is something.
   *
   * @param bytes filled at most; to be kept until this has ended
   */
  public void read(int descriptor, MemorySegment bytes, long userData) {
    int count = (int) bytes.byteSize();
    write(READ, descriptor, 0, bytes.address(), count, 0, userData);
  }

  /** Ends the operation that has {@code ofWhich}, unless it has ended by itself. */
  public void cancel(long ofWhich, long userData) {
    write(CANCEL, NO_DESCRIPTOR, 0, ofWhich, 0, 0, userData);
  }

  /**
   * Closes a descriptor. The number is nobody's once the kernel has taken this, in its turn: what
   * was written for the socket before does not meet another one.
   */
  public void close(int descriptor, long userData) {
    write(CLOSE, descriptor, 0, 0, 0, 0, userData);
  }

  private void write(
      int operation,
      int descriptor,
      long off,
      long address,
      int length,
      int operationFlags,
      long userData) {
    if (submissions.isFull()) {
      submit();
    }
    if (submissions.isFull()) {
      throw failed("io_uring_enter", EBUSY);
    }
    submissions.write(
        operation, descriptor, off, address, length, operationFlags, userData, RingMemory.GROUP);
    inFlight++;
  }

  /** Hands over what was written, and waits for nothing. */
  public void submit() {
    int count = submissions.waiting();
    if (count > 0) {
      submissions.publish();
      took(
          count <= FEW
              ? Calls.submit(error, memory.descriptor(), count)
              : Calls.enter(error, memory.descriptor(), count, 0, 0, wait));
      noteOverflow();
    }
  }

  /**
   * Hands over what was written, has the kernel do what can be done by now, and waits for
   * completions.
   *
   * @param longestNs how long to wait at most; 0 for not at all
   * @param gatherNs how long to let completions come together before one is enough; 0 where {@link
   *     #canGather} is false
   */
  public void await(long longestNs, long gatherNs) {
    Timespec.set(timeout, longestNs);
    wait.set(JAVA_INT, Abi.WAIT_MIN_US, (int) (gatherNs / NS_PER_US));
    int enough = longestNs == 0 ? 0 : gatherNs >= NS_PER_US ? mostGathered : 1;
    submissions.publish();
    took(Calls.enter(error, memory.descriptor(), submissions.waiting(), enough, waitFlags, wait));
    noteOverflow();
    requireNothingLost();
  }

  /** After every call: the next one may find room for what waits, and say no more of it. */
  private void noteOverflow() {
    boolean wasOverflowing = isOverflowing;
    isOverflowing = submissions.hasOverflow();
    if (isOverflowing && !wasOverflowing) {
      overflows++;
    }
  }

  /** What was not taken this time is handed over again the next. */
  private void took(int result) {
    if (result >= 0) {
      submissions.took(result);
    } else if (result != -ETIME
        && result != -EBUSY
        && result != -Linux.EINTR
        && result != -Linux.EAGAIN) {
      throw failed("io_uring_enter", -result);
    }
  }

  private void requireNothingLost() {
    int lost = completions.lost();
    int dropped = submissions.dropped();
    if (lost != 0 || dropped != 0) {
      throw new IllegalStateException(
          "io_uring: the kernel lost %d completions and dropped %d submissions"
              .formatted(lost, dropped));
    }
  }

  private static UncheckedIOException failed(String call, int error) {
    return new UncheckedIOException(new UringException(call, error));
  }

  /** Whether {@link #await} can let completions come together; Linux 6.12 and later. */
  public boolean canGather() {
    return canGather;
  }

  public CompletionQueue completions() {
    return completions;
  }

  public ReceiveBuffers buffers() {
    return memory.buffers();
  }

  /** A completion was taken. */
  public void completed(int flags) {
    if (!Completions.hasMore(flags)) {
      inFlight--;
    }
  }

  /** How many operations have not ended: the kernel may still use their memory. */
  public int inFlight() {
    return inFlight;
  }

  /**
   * How often completions had to wait in the kernel because their queue was full. They come later,
   * none is lost.
   */
  public long overflows() {
    return overflows;
  }

  /** Gives the ring back; operations that have not ended are ended by the kernel, some time. */
  public void close() {
    Linux.close(error, memory.descriptor());
  }
}
