package org.boardbench.driver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.boardbench.account.record.Phase;
import org.boardbench.driver.stage.StartBarrier;
import org.boardbench.junit.Patience;

/** Lets the drivers of one process begin together. */
final class MeetingPoint {
  private final int drivers;
  private final Map<Phase, Set<Integer>> ready = new HashMap<>();
  private final Map<Phase, Map<Integer, Long>> earliest = new HashMap<>();

  MeetingPoint(int drivers) {
    this.drivers = drivers;
  }

  StartBarrier of(int driver) {
    return new StartBarrier() {
      @Override
      public boolean isReady(Phase phase) {
        return arrive(phase, driver);
      }

      @Override
      public long startNs(Phase phase, long earliestNs) throws InterruptedException {
        return agree(phase, driver, earliestNs);
      }
    };
  }

  private synchronized boolean arrive(Phase phase, int driver) {
    Set<Integer> here = ready.computeIfAbsent(phase, p -> new HashSet<>());
    here.add(driver);
    return here.size() == drivers;
  }

  private synchronized long agree(Phase phase, int driver, long earliestNs)
      throws InterruptedException {
    Map<Integer, Long> said = earliest.computeIfAbsent(phase, p -> new HashMap<>());
    said.put(driver, earliestNs);
    notifyAll();
    long deadlineNs = System.nanoTime() + Patience.TIME.toNanos();
    while (said.size() < drivers && System.nanoTime() < deadlineNs) {
      wait(100);
    }
    return said.values().stream().mapToLong(Long::longValue).max().orElseThrow();
  }
}
