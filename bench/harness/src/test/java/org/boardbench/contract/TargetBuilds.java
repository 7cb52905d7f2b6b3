package org.boardbench.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.process.ProcessSet;

/**
 * The builds of targets, a few at a time: while one waits for a registry or its target is under
 * test, others go on.
 */
final class TargetBuilds {
  private static final int AT_ONCE = 3;

  private final Map<String, Future<Boolean>> builds = new HashMap<>();

  TargetBuilds(TargetCatalog catalog, List<String> targets, HostEnvironment host) {
    ProcessSet processes = ProcessSet.endingWithTheHarness();
    ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());
    for (String name : targets) {
      TargetBuilder builder = new TargetBuilder(host, processes);
      builds.put(name, threads.submit(() -> builder.build(catalog.manifest(name))));
    }
    threads.shutdown();
  }

  /** Returns once the target is built. */
  void await(String name) throws ExecutionException, InterruptedException {
    builds.get(name).get();
  }
}
