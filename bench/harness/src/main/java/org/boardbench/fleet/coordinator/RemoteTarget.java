package org.boardbench.fleet.coordinator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.core.ServerText;
import org.boardbench.core.Uninterrupted;
import org.boardbench.fleet.FleetException;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.Sampling;
import org.boardbench.sut.launch.RunningTarget;

/** A target that an agent has started on its machine. */
final class RemoteTarget implements RunningTarget {
  private static final Duration SAMPLE = Duration.ofSeconds(15);

  private final AgentLink agent;
  private final Endpoint endpoint;
  private final RemoteLog log;

  RemoteTarget(AgentLink agent, Endpoint endpoint, RemoteLog log) {
    this.agent = agent;
    this.endpoint = endpoint;
    this.log = log;
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  /** None of this machine. */
  @Override
  public List<Component> components() {
    return List.of();
  }

  /** It is sampled where it runs. */
  @Override
  public boolean isHidden() {
    return false;
  }

  @Override
  public boolean isAlive() {
    return agent.lost().isEmpty() && failure().isEmpty();
  }

  /** Of an agent that is lost, the fleet tells. */
  @Override
  public Optional<String> failure() {
    return agent.target().ended().map(ended -> ServerText.line(ended.how()));
  }

  @Override
  public List<String> lastLines(int count) {
    List<String> lines =
        agent.target().ended().stream()
            .flatMap(ended -> ended.lastLines().stream())
            .map(ServerText::line)
            .toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  @Override
  public Sampling sample(
      List<Component> others, RunClock clock, Consumer<ResourceSnapshot> listener)
      throws InterruptedException {
    if (!others.isEmpty()) {
      throw new IllegalStateException("no agent samples what is beside the run");
    }
    agent.target().tellSamples(listener);
    sampled(agent.watchTarget(clock.nowNs(), SAMPLE));
    return new There(clock);
  }

  private static ResourceSnapshot sampled(ToCoordinator.OfTarget answer) {
    return switch (answer) {
      case ToCoordinator.Sampled of -> of.snapshot();
      case ToCoordinator.Unable why ->
          throw new FleetException("the target is not sampled: " + ServerText.line(why.reason()));
      case ToCoordinator.OfTarget _ -> throw new FleetException("an agent is confused");
    };
  }

  /** By the agent, from beginning to end. */
  private final class There implements Sampling {
    private final RunClock clock;

    There(RunClock clock) {
      this.clock = clock;
    }

    /** Nothing is measured any more once the agent is lost; the stage goes to its end. */
    @Override
    public ResourceSnapshot snapshot() {
      try {
        return sampled(Uninterrupted.call(() -> agent.ask(new ToAgent.Sample(), SAMPLE)));
      } catch (FleetException e) {
        if (agent.lost().isEmpty()) {
          throw e;
        }
        return new ResourceSnapshot(clock.nowNs(), List.of(), Optional.empty());
      }
    }

    /** What is elsewhere is started again by nobody here. */
    @Override
    public void replace(Component restarted) {
      throw new IllegalStateException("the target is on another machine");
    }

    /** The agent goes on until the target ends, and tells nobody. */
    @Override
    public void close() {
      agent.target().tellSamples(snapshot -> {});
    }
  }

  @Override
  public void close() {
    log.fetch();
  }
}
