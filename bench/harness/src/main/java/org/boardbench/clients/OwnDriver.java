package org.boardbench.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.boardbench.account.result.StageResult;
import org.boardbench.clients.output.ClientFailure;
import org.boardbench.core.RunClock;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.RepetitionsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.protocol.Protocols;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.sut.launch.RunningTarget;

/** Our driver among the clients. */
record OwnDriver(ExperimentPlan plan, SocketLoops loops, RunClock clock, Optional<String> version)
    implements LoadClient {
  @Override
  public String name() {
    return ClientRecord.BOARDBENCH;
  }

  @Override
  public Driven drive(RunningTarget target, ClientLoad load, Path folder)
      throws ClientFailure, InterruptedException {
    StageSpec stage = new StageSpec(load.users(), load.ramp(), load.hold());
    HoldSamples samples = new HoldSamples();
    try (ResourceSampler sampler =
            ResourceSampler.start(
                target.components(), clock, ResourceSampler::isLoop, samples::add);
        LoadDriver driver =
            LoadDriver.start(
                planOf(stage),
                target.endpoint(),
                Protocols.usual(),
                loops,
                clock,
                new HoldEnds(sampler, samples))) {
      StageResult result = driver.run(1, stage);
      Optional<String> ending = target.failure();
      if (ending.isPresent()) {
        throw new ClientFailure(ending.get());
      }
      return driven(result, driver.deliveries(), samples);
    }
  }

  /** Other clients do not come back either. */
  private ExperimentPlan planOf(StageSpec stage) {
    return new ExperimentPlan(
        plan.values().with(ExperimentPlan.REPETITIONS, RepetitionsSpec.of(1)),
        plan.variants(),
        Optional.empty(),
        plan.workload(),
        Optional.empty(),
        List.of(stage),
        plan.deadlines(),
        ReconnectSpec.NEVER,
        plan.driver(),
        plan.cpus(),
        plan.launch(),
        plan.validity());
  }

  /**
   * @param received whatever arrived, as other clients count it. A server has a user on the board
   *     before the user knows it, and what it sends there meanwhile is no delivery that the driver
   *     expects, but one of the server's books.
   */
  private static Driven driven(StageResult result, long received, HoldSamples samples) {
    MessageCounts hold = result.hold();
    return new Driven(
        result.holdStartNs(),
        result.holdEndNs(),
        new ClientRecord.Users(
            OptionalLong.of(result.joined()),
            OptionalLong.of(sum(result.connectFailures())),
            OptionalLong.of(sum(result.disconnects()))),
        new ClientRecord.Messages(
            OptionalLong.of(hold.sent()),
            OptionalLong.of(hold.expected()),
            OptionalLong.of(hold.delivered())),
        result.rtt(),
        result.service(),
        OptionalLong.of(received),
        samples.use(ResourceSampler.DRIVER, result.holdStartNs(), result.holdEndNs()));
  }

  private static long sum(Map<String, Integer> byCause) {
    return byCause.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** The seconds of the sampler seldom meet the hold's ends. */
  private record HoldEnds(ResourceSampler sampler, HoldSamples samples) implements DriverListener {
    @Override
    public void holdStarted(int stage, long startNs) {
      samples.add(sampler.snapshot());
    }

    @Override
    public void holdEnded(int stage) {
      samples.add(sampler.snapshot());
    }
  }
}
