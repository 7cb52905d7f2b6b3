package org.boardbench.calibrate.server;

import java.util.Iterator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.boardbench.core.CpuList;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.placement.Placement;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.CpuSpec;

/**
 * Puts this JVM and reference servers on two cores for a while: both on both, or each on its own.
 */
public final class CoreSharing {
  private final HostEnvironment host;
  private final CpuSpec planned;
  private final Optional<String> allowed;
  private final Function<HostEnvironment, RunningReference.Source> references;

  /**
   * @param planned where the calibration has everything anyway
   * @param allowed the CPUs that this JVM may use, as a list; empty where the kernel does not tell
   * @param references starts servers in an environment
   */
  public CoreSharing(
      HostEnvironment host,
      CpuSpec planned,
      Optional<String> allowed,
      Function<HostEnvironment, RunningReference.Source> references) {
    this.host = host;
    this.planned = planned;
    this.allowed = allowed;
    this.references = references;
  }

  /** Why it cannot be done here, in a sentence; empty when it can. */
  public Optional<String> objection() {
    if (!planned.equals(CpuSpec.ANYWHERE)) {
      return Optional.of("the calibration is pinned to CPUs of its own (cpus) already");
    }
    return cpus().size() < 2
        ? Optional.of("it needs two cores that this process may use")
        : Optional.empty();
  }

  private NavigableSet<Integer> cpus() {
    return allowed.flatMap(CpuList::parse).orElseGet(TreeSet::new);
  }

  /**
   * Takes the two cores until the result is closed.
   *
   * @param apart whether the server gets the one and the driver the other
   * @throws CaseFailure when this machine does not let itself be pinned
   */
  public Cores take(boolean apart) throws InterruptedException {
    Iterator<Integer> both = cpus().iterator();
    String first = both.next().toString();
    String second = both.next().toString();
    String shared = first + "," + second;
    CpuSpec spec =
        new CpuSpec(
            Optional.of(apart ? second : shared),
            Optional.of(apart ? first : shared),
            Optional.empty());
    try {
      Placement placement = Placement.take(spec, host);
      return new Cores(placement, references.apply(placement.targets().on(host)));
    } catch (InputException refused) {
      throw new CaseFailure(refused.getMessage());
    }
  }

  /** Where the driver is now, and what starts servers there. */
  public record Cores(Placement placement, RunningReference.Source references)
      implements AutoCloseable {
    @Override
    public void close() {
      placement.close(); // complements Placement.take
    }
  }
}
