package org.boardbench.sut.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * A signal, sent by kill(2) in this thread: when the call has returned, the kernel has it. Numbers
 * are those of Linux on x86-64 and AArch64, elsewhere those of BSD, which macOS has too; the JDK
 * itself can send only the first two.
 */
public enum Signal {
  TERM(15, 15),
  KILL(9, 9),
  STOP(19, 17),
  CONT(18, 19),
  /** On which Node opens its inspector. */
  USR1(10, 30),
  INT(2, 2);

  /** There is no such process. */
  private static final int ESRCH = 3;

  private static final MemoryLayout ERROR = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = ERROR.varHandle(PathElement.groupElement("errno"));
  private static final MethodHandle SEND = kill();

  private final int number;

  Signal(int onLinux, int elsewhere) {
    this.number = System.getProperty("os.name").equals("Linux") ? onLinux : elsewhere;
  }

  @SuppressWarnings("restricted") // The shape is that of the C library's header.
  private static MethodHandle kill() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("kill"),
        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT),
        Linker.Option.captureCallState("errno"));
  }

  /**
   * Sends it to one process.
   *
   * @return whether there was such a process
   * @throws IllegalStateException when the kernel refuses it
   */
  public boolean send(long pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = arena.allocate(ERROR);
      if ((int) SEND.invokeExact(error, (int) pid, number) == 0) {
        return true;
      }
      int errno = (int) ERRNO.get(error, 0L);
      if (errno == ESRCH) {
        return false;
      }
      throw new IllegalStateException(
          "SIG%s cannot be sent to process %d: error %d".formatted(name(), pid, errno));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException("kill(2) declares no exception", impossible);
    }
  }
}
