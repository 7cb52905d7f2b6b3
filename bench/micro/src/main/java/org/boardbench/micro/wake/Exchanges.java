package org.boardbench.micro.wake;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** The ways to wake somebody, by name. */
final class Exchanges {
  private static final String NAME = "wake-";

  private static final Map<String, Supplier<Exchange>> BY_NAME =
      new TreeMap<>(
          Map.of(
              "park-platform", () -> new ParkedPair(platform()),
              "park-virtual", () -> new ParkedPair(virtual()),
              "execute-pool", () -> new ExecutorPair(single(), single()),
              "execute-virtual", () -> new ExecutorPair(virtualEach(), virtualEach())));

  private Exchanges() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** One whose threads have started. */
  static Exchange start(String name) {
    return BY_NAME.get(name).get();
  }

  /** Daemons, so that a benchmark that fails before its teardown does not keep the process. */
  private static ThreadFactory platform() {
    return Thread.ofPlatform().daemon().name(NAME, 0).factory();
  }

  private static ThreadFactory virtual() {
    return Thread.ofVirtual().name(NAME, 0).factory();
  }

  private static ExecutorService single() {
    return Executors.newFixedThreadPool(1, platform());
  }

  private static ExecutorService virtualEach() {
    return Executors.newThreadPerTaskExecutor(virtual());
  }
}
