package org.boardbench.fleet.agent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.boardbench.account.record.Phase;
import org.boardbench.driver.stage.StartBarrier;
import org.boardbench.fleet.clock.SteeredClock;
import org.boardbench.fleet.wire.ToAgent;

/** Begins when the coordinator says. One thread asks, another one is told. */
final class NetworkBarrier implements StartBarrier {
  private static final double NS_PER_MS = 1e6;

  private final SteeredClock clock;
  private final Consumer<Phase> ready;
  private final Set<Phase> told = new HashSet<>();
  private final Map<Phase, ToAgent.Start> starts = new HashMap<>();

  /**
   * @param clock is steered when a stage begins
   * @param ready tells the coordinator
   */
  NetworkBarrier(SteeredClock clock, Consumer<Phase> ready) {
    this.clock = clock;
    this.ready = ready;
  }

  /** All are ready. */
  synchronized void start(ToAgent.Start start) {
    starts.put(start.phase(), start);
  }

  @Override
  public synchronized boolean isReady(Phase phase) {
    if (told.add(phase)) {
      ready.accept(phase);
    }
    return starts.containsKey(phase);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when that moment has passed already here: an account that begins
   *     later than the others' would be of another load
   */
  @Override
  public synchronized long startNs(Phase phase, long earliestNs) {
    ToAgent.Start start = starts.get(phase);
    long lateNs = earliestNs - start.startNs();
    if (lateNs > 0) {
      throw new IllegalStateException(
          "was %.1f ms too late to begin with the others".formatted(lateNs / NS_PER_MS));
    }
    if (phase.kind() != Phase.Kind.HOLD) {
      clock.steer(start.clock());
    }
    return start.startNs();
  }
}
