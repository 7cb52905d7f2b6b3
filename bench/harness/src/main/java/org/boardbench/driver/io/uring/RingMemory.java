package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.boardbench.driver.io.linux.Linux;

/**
 * A new ring: its descriptor and the queues in the memory that it shares with the kernel.
 *
 * @param features what the kernel says it can do, {@code IORING_FEAT_*}
 */
record RingMemory(
    int descriptor,
    int features,
    SubmissionQueue submissions,
    CompletionQueue completions,
    ReceiveBuffers buffers) {
  /** The group of the only buffers that there are. */
  static final int GROUP = 0;

  private static final int SETUP =
      Abi.SETUP_CQSIZE
          | Abi.SETUP_SUBMIT_ALL
          | Abi.SETUP_R_DISABLED
          | Abi.SETUP_SINGLE_ISSUER
          | Abi.SETUP_DEFER_TASKRUN;
  private static final int NEEDED_FEATURES =
      Abi.FEAT_SINGLE_MMAP | Abi.FEAT_NODROP | Abi.FEAT_EXT_ARG;

  /**
   * Sets up a ring that does nothing until a thread enables it, which it then belongs to.
   *
   * @throws UringException when this machine does not have it
   */
  static RingMemory create(Arena arena, MemorySegment error, Ring.Size size) throws UringException {
    MemorySegment parameters = arena.allocate(Abi.PARAMS_BYTES, 8);
    parameters.set(JAVA_INT, Abi.PARAMS_CQ_ENTRIES, size.completions());
    parameters.set(JAVA_INT, Abi.PARAMS_FLAGS, SETUP);
    int descriptor = Calls.setUp(error, size.submissions(), parameters);
    required("io_uring_setup", descriptor);
    try {
      return map(arena, error, size, descriptor, parameters);
    } catch (UringException e) {
      Linux.close(error, descriptor);
      throw e;
    }
  }

  private static RingMemory map(
      Arena arena, MemorySegment error, Ring.Size size, int descriptor, MemorySegment parameters)
      throws UringException {
    int features = parameters.get(JAVA_INT, Abi.PARAMS_FEATURES);
    if ((features & NEEDED_FEATURES) != NEEDED_FEATURES) {
      throw new UringException("io_uring_setup", UringObstacle.EINVAL);
    }
    int submissions = parameters.get(JAVA_INT, Abi.PARAMS_SQ_ENTRIES);
    int completions = parameters.get(JAVA_INT, Abi.PARAMS_CQ_ENTRIES);
    long array = offset(parameters, Abi.PARAMS_SQ_ARRAY);
    long entries = offset(parameters, Abi.PARAMS_CQ_CQES);
    long ringBytes =
        Math.max(array + (long) submissions * Integer.BYTES, entries + completions * Abi.CQE_BYTES);
    MemorySegment ring = Calls.share(arena, error, descriptor, ringBytes, 0);
    MemorySegment submissionEntries =
        Calls.share(arena, error, descriptor, submissions * Abi.SQE_BYTES, Abi.OFF_SQES);
    SubmissionQueue submissionQueue =
        new SubmissionQueue(
            ring,
            new SubmissionQueue.Places(
                offset(parameters, Abi.PARAMS_SQ_HEAD),
                offset(parameters, Abi.PARAMS_SQ_TAIL),
                offset(parameters, Abi.PARAMS_SQ_FLAGS),
                offset(parameters, Abi.PARAMS_SQ_DROPPED),
                array),
            submissionEntries,
            submissions);
    CompletionQueue completionQueue =
        new CompletionQueue(
            ring,
            new CompletionQueue.Places(
                offset(parameters, Abi.PARAMS_CQ_HEAD),
                offset(parameters, Abi.PARAMS_CQ_TAIL),
                offset(parameters, Abi.PARAMS_CQ_OVERFLOW),
                entries),
            completions);
    return new RingMemory(
        descriptor,
        features,
        submissionQueue,
        completionQueue,
        buffers(arena, error, size, descriptor));
  }

  private static ReceiveBuffers buffers(
      Arena arena, MemorySegment error, Ring.Size size, int descriptor) throws UringException {
    int count = size.buffers();
    MemorySegment queue = Calls.memory(arena, error, ReceiveBuffers.queueBytes(count));
    MemorySegment bytes = Calls.memory(arena, error, (long) count * size.bufferBytes());
    MemorySegment registration = arena.allocate(Abi.BUF_REG_BYTES, 8);
    registration.set(JAVA_LONG, 0, queue.address());
    registration.set(JAVA_INT, Abi.BUF_REG_ENTRIES, count);
    registration.set(JAVA_SHORT, Abi.BUF_REG_GROUP, (short) GROUP);
    required(
        "io_uring_register",
        Calls.register(error, descriptor, Abi.REGISTER_PBUF_RING, registration, 1));
    return new ReceiveBuffers(queue, bytes, count, size.bufferBytes());
  }

  private static long offset(MemorySegment parameters, long at) {
    return Integer.toUnsignedLong(parameters.get(JAVA_INT, at));
  }

  static void required(String call, int result) throws UringException {
    if (result < 0) {
      throw new UringException(call, -result);
    }
  }
}
