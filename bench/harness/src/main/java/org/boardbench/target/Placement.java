package org.boardbench.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.plan.CpuList;
import org.boardbench.plan.CpuSpec;
import org.boardbench.plan.PlanException;
import org.boardbench.plan.Problem;

/**
 * Where a run's parts are on the machine: every thread of this JVM and every target on the CPUs
 * that the plan gives them, until this is closed. What is pinned passes its CPUs on to what it
 * starts, so targets of a driver that is pinned alone get back those that it had before.
 */
public final class Placement implements AutoCloseable {
  private static final String DRIVER = "cpus.driver";
  private static final String TARGET = "cpus.target";

  private final Optional<Taskset> taskset;
  private final Optional<String> before;
  private final int coresBefore = Runtime.getRuntime().availableProcessors();
  private boolean isDriverPinned;
  private Optional<String> targetCpus;
  private List<String> targetPrefix = List.of();

  private Placement(Optional<Taskset> taskset, Optional<String> before) {
    this.taskset = taskset;
    this.before = before;
    this.targetCpus = before;
  }

  /**
   * Pins this JVM, and finds out how targets get pinned.
   *
   * @throws PlanException when the plan pins what this machine cannot; nothing is pinned then
   */
  public static Placement take(CpuSpec cpus, HostEnvironment host)
      throws PlanException, InterruptedException {
    ProcFs procFs = ProcFs.SYSTEM;
    Optional<String> before = procFs.cpus("self").map(CpuList::format);
    Placement placement = new Placement(Taskset.find(host, procFs), before);
    boolean taken = false;
    try {
      placement.pin(cpus);
      taken = true;
      return placement;
    } finally {
      if (!taken) {
        placement.close(); // complements pin
      }
    }
  }

  private void pin(CpuSpec cpus) throws PlanException, InterruptedException {
    if (cpus.equals(CpuSpec.ANYWHERE)) {
      return;
    }
    Taskset pinning = taskset.orElseThrow(() -> withoutTaskset(cpus));
    List<Problem> problems = new ArrayList<>();
    if (cpus.driver().isPresent()) {
      isDriverPinned = true;
      pinning
          .pinThisJvm(cpus.driver().get())
          .ifPresent(failure -> problems.add(refused(DRIVER, cpus.driver().get(), failure)));
    }
    String forTargets = cpus.target().or(() -> before).orElseThrow();
    targetPrefix = pinning.prefix(forTargets);
    targetCpus = pinning.probe(forTargets);
    if (targetCpus.isEmpty()) {
      problems.add(refused(TARGET, forTargets, "a command does not start there"));
    }
    if (!problems.isEmpty()) {
      throw new PlanException(problems);
    }
  }

  private static PlanException withoutTaskset(CpuSpec cpus) {
    List<Problem> problems = new ArrayList<>();
    cpus.driver().ifPresent(list -> problems.add(needsTaskset(DRIVER, list)));
    cpus.target().ifPresent(list -> problems.add(needsTaskset(TARGET, list)));
    return new PlanException(problems);
  }

  private static Problem needsTaskset(String key, String cpus) {
    return new Problem(
        key, "needs taskset (Debian: apt-get install util-linux), which is missing, was " + cpus);
  }

  private static Problem refused(String key, String cpus, String failure) {
    return new Problem(key, "this machine does not allow " + cpus + ": " + failure);
  }

  /** How many cores this JVM could use before. */
  public int coresBefore() {
    return coresBefore;
  }

  /** The CPUs of this JVM's threads, as the kernel has them; empty where it does not tell. */
  public Optional<String> driverCpus() {
    return ProcFs.SYSTEM.cpus("self").map(CpuList::format);
  }

  /** The CPUs that a target gets, as the kernel gave them to one that was tried. */
  public Optional<String> targetCpus() {
    return targetCpus;
  }

  /** The environment of targets and their companions. */
  public HostEnvironment ofTargets(HostEnvironment host) {
    return host.startingWith(targetPrefix);
  }

  /** The environment of builds, which may use all CPUs that there were. */
  public HostEnvironment ofBuilds(HostEnvironment host) {
    return isDriverPinned
        ? host.startingWith(taskset.orElseThrow().prefix(before.orElseThrow()))
        : host;
  }

  /** Gives this JVM its CPUs back. */
  @Override
  public void close() {
    if (!isDriverPinned) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      // Where that fails, the run is over all the same, and the JVM with it.
      taskset.orElseThrow().pinThisJvm(before.orElseThrow());
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
