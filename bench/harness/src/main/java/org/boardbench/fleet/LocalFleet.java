package org.boardbench.fleet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.TrialDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocol;
import org.boardbench.store.FleetMember;

/** A fleet of one: this program drives all boards itself. */
public final class LocalFleet implements Fleet {
  private final List<SocketLoops> loops;
  private final WarmUp warmUp;
  private RunClock clock;

  /** {@code DriverWarmUp.run}. */
  @FunctionalInterface
  public interface WarmUp {
    void run(ExperimentPlan plan, SocketLoops loops, RunClock clock) throws InterruptedException;
  }

  /**
   * @param loops all that trials are driven by
   */
  public LocalFleet(Collection<SocketLoops> loops, WarmUp warmUp) {
    this.loops = List.copyOf(loops);
    this.warmUp = warmUp;
  }

  @Override
  public List<Problem> objections(ExperimentPlan plan) {
    return List.of();
  }

  @Override
  public void join(RunClock runClock) {
    clock = runClock;
  }

  /** The plan has no other one: whose targets are elsewhere needs agents. */
  @Override
  public Optional<TargetHost> host(ExperimentPlan plan) {
    return Optional.empty();
  }

  @Override
  public List<FleetMember> members() {
    return List.of();
  }

  @Override
  public void warmUp(ExperimentPlan plan) throws InterruptedException {
    for (SocketLoops one : loops) {
      warmUp.run(plan, one, clock);
    }
  }

  @Override
  public void regain() {}

  @Override
  public TrialDriver open(
      ExperimentPlan plan,
      Endpoint endpoint,
      Protocol protocol,
      SocketLoops own,
      DriverListener listener) {
    return LoadDriver.start(plan, endpoint, protocol, own, clock, listener);
  }

  @Override
  public void close() {}
}
