package org.boardbench.micro.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.Result;

class ThreadProfilerTest {
  private static final long BUSY_NS = 30_000_000;
  private static final int OPERATIONS = 10;

  private final ThreadProfiler profiler = new ThreadProfiler();

  @Test
  void everyThreadOfTheProgramCountsAndNoPeer() throws InterruptedException {
    profiler.beforeIteration(null, null);
    Worker worker = new Worker("worker");
    Worker peer = new Worker("peer-reader");
    worker.awaitBusy();
    peer.awaitBusy();
    double cpuNs = cpuNsPerOperation() * OPERATIONS;
    long workerNs = worker.end();
    peer.end();
    assertThat(cpuNs).isGreaterThanOrEqualTo((double) BUSY_NS);
    // With the peer it would be twice as much.
    assertThat(cpuNs).isLessThan((double) (workerNs + BUSY_NS));
  }

  private double cpuNsPerOperation() {
    IterationResult iteration =
        new IterationResult(null, null, new IterationResultMetaData(OPERATIONS, OPERATIONS));
    List<? extends Result<?>> results = profiler.afterIteration(null, null, iteration);
    return results.stream()
        .filter(result -> result.getLabel().equals(ThreadProfiler.CPU))
        .findFirst()
        .orElseThrow()
        .getScore();
  }

  /** Works for a while, then waits to be ended, because the time of a dead thread is gone. */
  private static final class Worker {
    private final Thread thread;
    private final Object monitor = new Object();
    private boolean isBusyDone;
    private boolean isEnding;
    private long cpuNs;

    Worker(String name) {
      thread = new Thread(this::work, name);
      thread.start();
    }

    private void work() {
      var threads = ManagementFactory.getThreadMXBean();
      while (threads.getCurrentThreadCpuTime() < BUSY_NS) {
        Thread.onSpinWait();
      }
      synchronized (monitor) {
        isBusyDone = true;
        monitor.notifyAll();
        while (!isEnding) {
          try {
            monitor.wait();
          } catch (InterruptedException e) {
            return;
          }
        }
      }
      cpuNs = threads.getCurrentThreadCpuTime();
    }

    void awaitBusy() throws InterruptedException {
      synchronized (monitor) {
        while (!isBusyDone) {
          monitor.wait();
        }
      }
    }

    long end() throws InterruptedException {
      synchronized (monitor) {
        isEnding = true;
        monitor.notifyAll();
      }
      thread.join();
      return cpuNs;
    }
  }
}
