package org.boardbench.micro.profile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How many threads a benchmark has, and what CPU time they need for an operation. A score is the
 * time that passed, to which threads on other cores do not add; a server pays for all of them.
 *
 * <p>The JVM's compilers and collectors are no Java threads and do not count. Nor does a thread
 * that stands for the other end of a connection; its name begins with {@value #PEER}. A virtual
 * thread counts through the one that carries it.
 */
public final class ThreadProfiler implements InternalProfiler {
  /** Nanoseconds of CPU time an operation. */
  public static final String CPU = "threads.cpu.norm";

  /** What the name of a thread begins with that belongs to no server. */
  public static final String PEER = "peer-";

  private static final String LIVE = "threads.live";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private Map<Long, Long> before = Map.of();

  @Override
  public String getDescription() {
    return "CPU time of Java threads per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = cpuNsByThread();
  }

  @Override
  public List<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    Map<Long, Long> after = cpuNsByThread();
    long cpuNs = 0;
    for (Map.Entry<Long, Long> thread : after.entrySet()) {
      cpuNs += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    long operations = result.getMetadata().getAllOps();
    ScalarResult live =
        new ScalarResult(LIVE, threads.getThreadCount(), "threads", AggregationPolicy.MAX);
    if (operations == 0 || after.isEmpty()) {
      return List.of(live);
    }
    double perOperation = (double) cpuNs / (double) operations;
    return List.of(new ScalarResult(CPU, perOperation, "ns/op", AggregationPolicy.AVG), live);
  }

  /** Without the thread that asks. Empty where the JVM does not tell. */
  private Map<Long, Long> cpuNsByThread() {
    Map<Long, Long> times = new HashMap<>();
    if (!threads.isThreadCpuTimeSupported()) {
      return times;
    }
    long own = Thread.currentThread().threadId();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null
          && thread.getThreadId() != own
          && !thread.getThreadName().startsWith(PEER)) {
        long cpuNs = threads.getThreadCpuTime(thread.getThreadId());
        if (cpuNs >= 0) {
          times.put(thread.getThreadId(), cpuNs);
        }
      }
    }
    return times;
  }
}
