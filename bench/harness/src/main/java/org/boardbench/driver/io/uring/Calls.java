package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.boardbench.driver.io.linux.Linux;

/**
 * The system calls of io_uring, for which the C library has no functions, and memory that is shared
 * with the kernel. A call that fails gives its error number, negative.
 */
final class Calls {
  private static final int READ_AND_WRITE = 3;
  private static final int MAP_SHARED_POPULATED = 0x8001;
  private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
  private static final int NO_DESCRIPTOR = -1;

  private static final FunctionDescriptor SYSCALL_SHAPE =
      FunctionDescriptor.of(
          JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle SYSCALL =
      Linux.call("syscall", SYSCALL_SHAPE, Linker.Option.firstVariadicArg(1));

  /** For calls that never wait, of which the JVM need not be told. */
  private static final MethodHandle SHORT_SYSCALL =
      Linux.call(
          "syscall",
          SYSCALL_SHAPE,
          Linker.Option.firstVariadicArg(1),
          Linker.Option.critical(false));

  private static final MethodHandle MAP =
      Linux.call(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle UNMAP =
      Linux.call("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));

  private Calls() {}

  /** A new ring's descriptor; {@code parameters} gets its sizes and offsets. */
  static int setUp(MemorySegment error, int entries, MemorySegment parameters) {
    try {
      long address = parameters.address();
      return result(
          (long)
              SYSCALL.invokeExact(
                  error, Abi.IO_URING_SETUP, (long) entries, address, 0L, 0L, 0L, 0L),
          error);
    } catch (Throwable e) {
      throw Linux.impossible(e);
    }
  }

  static int register(MemorySegment error, int ring, int what, MemorySegment argument, int count) {
    try {
      return result(
          (long)
              SYSCALL.invokeExact(
                  error,
                  Abi.IO_URING_REGISTER,
                  (long) ring,
                  (long) what,
                  argument.address(),
                  (long) count,
                  0L,
                  0L),
          error);
    } catch (Throwable e) {
      throw Linux.impossible(e);
    }
  }

  /**
   * Hands over {@code submissions} entries and waits as {@code wait} says.
   *
   * @param completions how many to wait for
   * @param flags {@code IORING_ENTER_*}, with {@code EXT_ARG}
   * @return how many entries the kernel took
   */
  static int enter(
      MemorySegment error,
      int ring,
      int submissions,
      int completions,
      int flags,
      MemorySegment wait) {
    try {
      return result(
          (long)
              SYSCALL.invokeExact(
                  error,
                  Abi.IO_URING_ENTER,
                  (long) ring,
                  (long) submissions,
                  (long) completions,
                  (long) flags,
                  wait.address(),
                  Abi.WAIT_BYTES),
          error);
    } catch (Throwable e) {
      throw Linux.impossible(e);
    }
  }

  /** Hands over a few entries that the kernel does at once or keeps, and waits for nothing. */
  static int submit(MemorySegment error, int ring, int submissions) {
    try {
      return result(
          (long)
              SHORT_SYSCALL.invokeExact(
                  error, Abi.IO_URING_ENTER, (long) ring, (long) submissions, 0L, 0L, 0L, 0L),
          error);
    } catch (Throwable e) {
      throw Linux.impossible(e);
    }
  }

  private static int result(long value, MemorySegment error) {
    return value >= 0 ? (int) value : -Linux.errno(error);
  }

  /** What a ring shares with its program. */
  static MemorySegment share(Arena arena, MemorySegment error, int ring, long bytes, long offset)
      throws UringException {
    return map(arena, error, bytes, MAP_SHARED_POPULATED, ring, offset);
  }

  /** Memory of whole pages, each of which the machine gives when it is touched first. */
  static MemorySegment memory(Arena arena, MemorySegment error, long bytes) throws UringException {
    return map(arena, error, bytes, MAP_PRIVATE_ANONYMOUS, NO_DESCRIPTOR, 0);
  }

  @SuppressWarnings("restricted") // The kernel has just mapped so many bytes there.
  private static MemorySegment map(
      Arena arena, MemorySegment error, long bytes, int flags, int descriptor, long offset)
      throws UringException {
    long address;
    try {
      address = (long) MAP.invokeExact(error, 0L, bytes, READ_AND_WRITE, flags, descriptor, offset);
    } catch (Throwable e) {
      throw Linux.impossible(e);
    }
    if (address == -1) {
      throw new UringException("mmap", Linux.errno(error));
    }
    return MemorySegment.ofAddress(address).reinterpret(bytes, arena, Calls::unmap);
  }

  /** When nobody can reach the memory any more, on whatever thread finds that out. */
  private static void unmap(MemorySegment mapped) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment error = call.allocate(Linux.ERROR_BYTES, 8);
      int ignored = (int) UNMAP.invokeExact(error, mapped.address(), mapped.byteSize());
    } catch (Throwable e) {
      throw Linux.impossible(e);
    }
  }
}
