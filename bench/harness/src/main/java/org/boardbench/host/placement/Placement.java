package org.boardbench.host.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.core.CpuList;
import org.boardbench.core.Uninterrupted;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.CpuSpec;

/**
 * Where a run's parts are on the machine: every thread of this JVM and every target with its
 * companions on the CPUs that the plan gives them, until this is closed. What is pinned passes its
 * CPUs on to what it starts, so targets of a driver that is pinned alone get back those that it had
 * before.
 */
public final class Placement implements AutoCloseable {
  private static final String DRIVER = "cpus.driver";
  private static final String TARGET = "cpus.target";
  private static final String COMPANIONS = "cpus.companions";

  private final Optional<Taskset> taskset;
  private final Optional<String> before;
  private final int coresBefore = Runtime.getRuntime().availableProcessors();
  private boolean isDriverPinned;
  private Part targets;
  private Part companions;

  private Placement(Optional<Taskset> taskset, Optional<String> before) {
    this.taskset = taskset;
    this.before = before;
    this.targets = new Part(List.of(), before, Optional.empty());
    this.companions = targets;
  }

  /**
   * Pins this JVM, and finds out how targets get pinned.
   *
   * @throws InputException when the plan pins what this machine cannot; nothing is pinned then
   */
  public static Placement take(CpuSpec cpus, HostEnvironment host)
      throws InputException, InterruptedException {
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

  private void pin(CpuSpec cpus) throws InputException, InterruptedException {
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
    Optional<String> ofCompanions = cpus.companions().or(cpus::target);
    targets = part(TARGET, cpus.target(), pinning, problems);
    companions =
        ofCompanions.equals(cpus.target())
            ? targets
            : part(COMPANIONS, ofCompanions, pinning, problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  /** Where something that is started here is to run, tried out. */
  private Part part(String key, Optional<String> planned, Taskset pinning, List<Problem> problems)
      throws InterruptedException {
    String cpus = planned.or(() -> before).orElseThrow();
    Optional<String> got = pinning.probe(cpus);
    if (got.isEmpty()) {
      problems.add(refused(key, cpus, "a command does not start there"));
    }
    return new Part(pinning.prefix(cpus), got, planned);
  }

  private static InputException withoutTaskset(CpuSpec cpus) {
    List<Problem> problems = new ArrayList<>();
    cpus.driver().ifPresent(list -> problems.add(needsTaskset(DRIVER, list)));
    cpus.target().ifPresent(list -> problems.add(needsTaskset(TARGET, list)));
    cpus.companions().ifPresent(list -> problems.add(needsTaskset(COMPANIONS, list)));
    return new InputException(problems);
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

  /** Where everything is, as the kernel says; empty where it does not tell. */
  public CpuSpec cpus() {
    return new CpuSpec(
        ProcFs.SYSTEM.cpus("self").map(CpuList::format), targets.cpus(), companions.cpus());
  }

  /** Where servers are. */
  public Part targets() {
    return targets;
  }

  /** Where their companions are. */
  public Part companions() {
    return companions;
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
    // Where that fails, the run is over all the same, and the JVM with it.
    Uninterrupted.call(() -> taskset.orElseThrow().pinThisJvm(before.orElseThrow()));
  }

  /**
   * A part of a run that is started here.
   *
   * @param prefix what its commands begin with
   * @param cpus on which one that was tried ran, as the kernel says; empty where it does not
   * @param planned what the plan pins it to; empty when it may run wherever it would anyway
   */
  public record Part(List<String> prefix, Optional<String> cpus, Optional<String> planned) {
    public Part {
      prefix = List.copyOf(prefix);
    }

    /** The environment of its commands. */
    public HostEnvironment on(HostEnvironment host) {
      return host.startingWith(prefix);
    }
  }
}
