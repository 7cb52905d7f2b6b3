package org.boardbench.driver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.boardbench.junit.Patience;
import org.boardbench.measure.Phase;

/** Lets the drivers of one process begin together. */
final class MeetingPoint {
  private record Start(int stage, Phase.Kind part) {}

  private final int drivers;
  private final Map<Start, Set<Integer>> ready = new HashMap<>();
  private final Map<Start, Map<Integer, Long>> earliest = new HashMap<>();

  MeetingPoint(int drivers) {
    this.drivers = drivers;
  }

  StartBarrier of(int driver) {
    return new StartBarrier() {
      @Override
      public boolean isReady(int stage, Phase.Kind part) {
        return arrive(new Start(stage, part), driver);
      }

      @Override
      public long startNs(int stage, Phase.Kind part, long earliestNs) throws InterruptedException {
        return agree(new Start(stage, part), driver, earliestNs);
      }
    };
  }

  private synchronized boolean arrive(Start start, int driver) {
    Set<Integer> here = ready.computeIfAbsent(start, s -> new HashSet<>());
    here.add(driver);
    return here.size() == drivers;
  }

  private synchronized long agree(Start start, int driver, long earliestNs)
      throws InterruptedException {
    Map<Integer, Long> said = earliest.computeIfAbsent(start, s -> new HashMap<>());
    said.put(driver, earliestNs);
    notifyAll();
    long deadlineNs = System.nanoTime() + Patience.TIME.toNanos();
    while (said.size() < drivers && System.nanoTime() < deadlineNs) {
      wait(100);
    }
    return said.values().stream().mapToLong(Long::longValue).max().orElseThrow();
  }
}
