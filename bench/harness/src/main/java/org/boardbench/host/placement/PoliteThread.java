package org.boardbench.host.placement;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A thread that only runs on a core for which nobody else has a use. What the JVM calls a thread's
 * priority does nothing on Linux; there the calling thread gets the least weight that the kernel
 * knows (nice 19), which is a thread's own in Linux. Elsewhere nothing happens.
 */
public final class PoliteThread {
  private static final int WHICH_PROCESS = 0;
  private static final int THIS_THREAD = 0;
  private static final int NICEST = 19;
  private static final Optional<MethodHandle> SET_PRIORITY = find();

  private PoliteThread() {}

  @SuppressWarnings("restricted") // The shape is that of the C library's header.
  private static Optional<MethodHandle> find() {
    // Other systems take a whole process for what Linux takes a thread for.
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    try {
      Linker linker = Linker.nativeLinker();
      return linker
          .defaultLookup()
          .find("setpriority")
          .map(address ->
              linker.downcallHandle(
                  address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
    } catch (RuntimeException | LinkageError e) {
      // A JVM without access to native code: the thread stays as it is.
      return Optional.empty();
    }
  }

  /**
   * Makes the calling thread, which must be a platform thread, such a one for good.
   *
   * @return whether it is one now
   */
  public static boolean become() {
    if (SET_PRIORITY.isEmpty()) {
      return false;
    }
    try {
      return (int) SET_PRIORITY.get().invokeExact(WHICH_PROCESS, THIS_THREAD, NICEST) == 0;
    } catch (Throwable e) {
      return false;
    }
  }
}
