package org.boardbench.micro.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Tasks on threads of their own that begin at the same moment. */
public final class Concurrently {
  private static final int PATIENCE_S = 100;

  private Concurrently() {}

  /** Returns what each task returned; throws what one threw. */
  public static <T> List<T> run(int threads, IntFunction<Callable<T>> task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Callable<T> own = task.apply(thread);
        futures.add(
            executor.submit(() -> {
              start.await(PATIENCE_S, TimeUnit.SECONDS);
              return own.call();
            }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(PATIENCE_S, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
