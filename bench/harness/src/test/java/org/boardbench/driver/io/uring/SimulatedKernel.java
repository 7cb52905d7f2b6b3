package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;
import org.boardbench.driver.io.linux.Linux;

/**
 * The kernel's side of a ring's memory, for another thread: takes submissions, fills buffers, puts
 * down completions, and keeps to the rules of {@link Shared}.
 */
final class SimulatedKernel {
  static final int SUBMISSIONS = 8;
  static final int COMPLETIONS = 16;
  static final int BUFFERS = 4;
  static final int BUFFER_BYTES = Ring.Size.BUFFER_OVERHEAD + 48;

  /** A time of arrival, in seconds and nanoseconds of the Unix epoch. */
  static final long SECONDS = 1_800_000_000;

  private static final long NS_PER_S = 1_000_000_000;

  private static final SubmissionQueue.Places SUBMISSION_PLACES =
      new SubmissionQueue.Places(0, 4, 8, 12, 16);
  private static final CompletionQueue.Places COMPLETION_PLACES =
      new CompletionQueue.Places(64, 68, 72, 128);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment ring =
      arena.allocate(COMPLETION_PLACES.entries() + COMPLETIONS * Abi.CQE_BYTES, 64);
  private final MemorySegment entries = arena.allocate(SUBMISSIONS * Abi.SQE_BYTES, 64);
  private final MemorySegment bufferQueue =
      arena.allocate(ReceiveBuffers.queueBytes(BUFFERS), 4096);
  private final MemorySegment bufferBytes = arena.allocate((long) BUFFERS * BUFFER_BYTES, 64);

  final SubmissionQueue submissions =
      new SubmissionQueue(ring, SUBMISSION_PLACES, entries, SUBMISSIONS);
  final CompletionQueue completions = new CompletionQueue(ring, COMPLETION_PLACES, COMPLETIONS);
  final ReceiveBuffers buffers =
      new ReceiveBuffers(bufferQueue, bufferBytes, BUFFERS, BUFFER_BYTES);

  private int submissionHead;
  private int completionTail;
  private short bufferHead;

  /** What a submission says that the tests look at. */
  record Submission(
      int opcode, int flags, int ioprio, int descriptor, long address, int length, long userData) {}

  boolean hasSubmission() {
    return submissionHead != Shared.acquire(ring, SUBMISSION_PLACES.tail());
  }

  /** Takes the next one; its place is the program's again. */
  Submission takeSubmission() {
    int index =
        ring.get(
            JAVA_INT,
            SUBMISSION_PLACES.array()
                + (long) Integer.BYTES * (submissionHead & (SUBMISSIONS - 1)));
    long at = index * Abi.SQE_BYTES;
    Submission submission =
        new Submission(
            Byte.toUnsignedInt(entries.get(JAVA_BYTE, at)),
            Byte.toUnsignedInt(entries.get(JAVA_BYTE, at + 1)),
            Short.toUnsignedInt(entries.get(JAVA_SHORT, at + 2)),
            entries.get(JAVA_INT, at + 4),
            entries.get(JAVA_LONG, at + Abi.SQE_ADDR),
            entries.get(JAVA_INT, at + Abi.SQE_LEN_AND_OP_FLAGS),
            entries.get(JAVA_LONG, at + Abi.SQE_USER_DATA));
    submissionHead++;
    Shared.release(ring, SUBMISSION_PLACES.head(), submissionHead);
    return submission;
  }

  void complete(long userData, int result, int flags) {
    while (completionTail - Shared.acquire(ring, COMPLETION_PLACES.head()) == COMPLETIONS) {
      yieldCore();
    }
    long at = COMPLETION_PLACES.entries() + (completionTail & (COMPLETIONS - 1)) * Abi.CQE_BYTES;
    ring.set(JAVA_LONG, at, userData);
    ring.set(JAVA_INT, at + Abi.CQE_RES, result);
    ring.set(JAVA_INT, at + Abi.CQE_FLAGS, flags);
    completionTail++;
    Shared.release(ring, COMPLETION_PLACES.tail(), completionTail);
  }

  /** Puts {@code count} bytes of {@code value} into the next buffer; waits while there is none. */
  int receive(int count, byte value, int arrivalNs) {
    while (bufferHead == tailOfBuffers()) {
      yieldCore();
    }
    long at = (bufferHead & (BUFFERS - 1)) * Abi.BUF_BYTES;
    int buffer = Short.toUnsignedInt(bufferQueue.get(JAVA_SHORT, at + Abi.BUF_ID));
    long begin = bufferQueue.get(JAVA_LONG, at) - bufferBytes.address();
    bufferHead++;
    bufferBytes.set(JAVA_INT, begin + Abi.RECEIVED_PAYLOAD, count);
    long control = begin + Abi.RECEIVED_BYTES;
    bufferBytes.set(JAVA_INT, begin + Abi.RECEIVED_CONTROL, 64);
    bufferBytes.set(JAVA_INT, control + 8, Linux.SOL_SOCKET);
    bufferBytes.set(JAVA_INT, control + 12, Linux.SO_TIMESTAMPING);
    bufferBytes.set(JAVA_LONG, control + 16, SECONDS);
    bufferBytes.set(JAVA_LONG, control + 24, arrivalNs);
    bufferBytes.asSlice(begin + Ring.Size.BUFFER_OVERHEAD, count).fill(value);
    return buffer;
  }

  static long arrival(int arrivalNs) {
    return SECONDS * NS_PER_S + arrivalNs;
  }

  /** How many buffers the program has given and the kernel has not used. */
  int buffersLeft() {
    return (short) (tailOfBuffers() - bufferHead);
  }

  private short tailOfBuffers() {
    return (short) (Shared.acquire(bufferQueue, Abi.BUF_RING_TAIL - 2) >>> Short.SIZE);
  }

  /** Says that completions wait for room, or that it lost some. */
  void say(int submissionFlags, int overflow) {
    Shared.release(ring, SUBMISSION_PLACES.flags(), submissionFlags);
    Shared.release(ring, COMPLETION_PLACES.overflow(), overflow);
  }

  private static void yieldCore() {
    LockSupport.parkNanos(1);
  }
}
