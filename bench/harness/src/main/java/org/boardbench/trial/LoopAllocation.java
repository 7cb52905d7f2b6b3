package org.boardbench.trial;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the driver's loops allocate in a hold, by the JVM's own count for each thread: what a
 * garbage collection will have to be paid for. Used by one thread.
 */
final class LoopAllocation {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private final Predicate<String> threadNames;
  private long startBytes;
  private long holdBytes;

  /**
   * @param threadNames which threads count
   */
  LoopAllocation(Predicate<String> threadNames) {
    this.threadNames = threadNames;
  }

  void holdStarted() {
    startBytes = totalBytes();
  }

  void holdEnded() {
    holdBytes = totalBytes() - startBytes;
  }

  /**
   * Bytes of the last hold for each of its {@code deliveries}, sends included; empty when there
   * were none.
   */
  OptionalDouble bytesPerDelivery(long deliveries) {
    return deliveries == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) holdBytes / deliveries);
  }

  private long totalBytes() {
    long[] loops =
        Stream.of(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
            // A thread may end between the two questions.
            .filter(thread -> thread != null && threadNames.test(thread.getThreadName()))
            .mapToLong(ThreadInfo::getThreadId)
            .toArray();
    long bytes = 0;
    for (long allocated : THREADS.getThreadAllocatedBytes(loops)) {
      bytes += Math.max(0, allocated);
    }
    return bytes;
  }
}
