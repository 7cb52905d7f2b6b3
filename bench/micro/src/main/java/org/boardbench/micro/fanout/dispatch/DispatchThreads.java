package org.boardbench.micro.fanout.dispatch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The threads of the strategies, all of them called {@code dispatch-…}. */
final class DispatchThreads {
  static final String PREFIX = "dispatch-";

  private DispatchThreads() {}

  /** As many threads as there are cores. */
  static ExecutorService pool() {
    return Executors.newFixedThreadPool(
        Runtime.getRuntime().availableProcessors(), platform("pool"));
  }

  /** Daemons, so that a benchmark that fails before its teardown does not keep the process. */
  static ThreadFactory platform(String role) {
    return Thread.ofPlatform().daemon().name(PREFIX + role + "-", 0).factory();
  }

  static ThreadFactory virtual(String role) {
    return Thread.ofVirtual().name(PREFIX + role).factory();
  }
}
