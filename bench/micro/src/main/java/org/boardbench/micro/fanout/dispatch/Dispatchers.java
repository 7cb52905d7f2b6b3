package org.boardbench.micro.fanout.dispatch;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The ways of dispatching by the names that stand in results. */
final class Dispatchers {
  private static final Map<String, Supplier<Dispatcher>> BY_NAME =
      Map.of(
          "caller-lock", CallerLock::new,
          "one-writer", OneWriter::new,
          "pool-lock", TaskPerDelivery::onPool,
          "queue-pool", QueueOnPool::new,
          "queue-virtual", QueueOnVirtualThread::new,
          "virtual-lock", TaskPerDelivery::onVirtualThreads);

  private Dispatchers() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** A new one, started. */
  static Dispatcher start(String name) {
    return BY_NAME.get(name).get();
  }
}
