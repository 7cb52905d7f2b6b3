package org.boardbench.trial.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.core.RunClock;
import org.boardbench.core.Seeds;
import org.boardbench.core.Uninterrupted;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.FaultEvent;

/**
 * The faults of one hold, each on a thread of its own, since one may last while the next one comes.
 * Used by the thread that runs the stage.
 */
public final class FaultInjector implements AutoCloseable {
  private final List<Injection> injections;
  private final List<Thread> threads;

  private FaultInjector(List<Injection> injections) {
    this.injections = injections;
    this.threads =
        injections.stream()
            .map(injection -> Thread.ofPlatform().daemon().name("fault").unstarted(injection))
            .toList();
    threads.forEach(Thread::start);
  }

  /**
   * Has them happen.
   *
   * @param stage counts from 1
   * @param seed of the repetition
   * @param holdStartNs run clock
   */
  public static FaultInjector start(
      StageSpec spec,
      int stage,
      long seed,
      long holdStartNs,
      FaultSubject subject,
      RunClock clock) {
    List<Injection> injections = new ArrayList<>();
    for (FaultSpec fault : spec.faults()) {
      int number = injections.size();
      long own = Seeds.mix(Seeds.mix(Seeds.mix(seed, stage), number), 1);
      injections.add(
          new Injection(fault, holdStartNs, fault.atNs(seed, stage, number), own, subject, clock));
    }
    return new FaultInjector(injections);
  }

  /**
   * Waits until all have ended, and what was to be started again is ready.
   *
   * @return what has happened, in the order of the plan
   */
  public List<FaultEvent> await() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    return injections.stream().map(Injection::event).toList();
  }

  /** After {@link #await}: why one could not be done as planned. */
  public Optional<String> failure() {
    return injections.stream().flatMap(injection -> injection.failure().stream()).findFirst();
  }

  /** Breaks off what has not ended: stopped processes go on, nothing is started any more. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      Uninterrupted.run(thread::join);
    }
  }
}
