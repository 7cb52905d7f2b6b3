package org.boardbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.RunClock;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.host.proc.OpenConnections;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.Contention;
import org.boardbench.host.sampling.HoldMeter;
import org.boardbench.host.sampling.HoldUsage;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.ResourceUsage;
import org.boardbench.host.sampling.ResourceWindow;
import org.boardbench.host.sampling.Sampling;
import org.boardbench.results.row.Bottleneck;
import org.boardbench.results.row.ComponentSecond;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.results.row.ReplicaSecond;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.verdict.Saturation;

/**
 * What a trial's components use, second by second and over each hold. The server's network figures
 * are what crossed the driver's sockets, seen from the server, so that they mean the same for every
 * launcher.
 */
final class TrialResources implements AutoCloseable {
  private static final String SOCKETS = "sockets";

  private final Sampling sampler;
  private final Supplier<Traffic> traffic;
  private final OpenConnections replicas;
  private final EventBus<RunEvent> events;
  private final long originNs;

  /** Its name among the components. */
  private final Optional<String> onlooker;

  /** What it takes of the machine looks like foreign work. */
  private final boolean isTargetHidden;

  // Filled by the sampler's thread, emptied by the trial's, each under the lock.
  private final ComponentSeconds rows = new ComponentSeconds();
  private final List<ReplicaSecond> replicaSeconds = new ArrayList<>();
  private Sample last;

  /** Of the stage under way, up to its hold. */
  private HoldMeter ramp;

  /** Null until it begins. */
  private HoldMeter hold;

  /**
   * Begins with second 0 now: call right before the first measured stage.
   *
   * @param onlooker programs of whoever looks on
   * @param events is told the counters of now and of every second
   */
  TrialResources(
      RunningTarget target,
      Optional<Component> onlooker,
      RunClock clock,
      Supplier<Traffic> traffic,
      EventBus<RunEvent> events)
      throws InterruptedException {
    this.events = events;
    this.traffic = traffic;
    this.replicas =
        new OpenConnections(
            ProcFs.SYSTEM.root(), target.isElsewhere() ? List.of() : target.replicaPorts());
    this.originNs = clock.nowNs();
    this.isTargetHidden = target.isHidden();
    this.onlooker = onlooker.map(Component::name);
    synchronized (this) { // A first sample waits until there is what it is compared with.
      this.sampler = target.sample(onlooker.stream().toList(), clock, this::sampled);
      this.last = new Sample(sampler.snapshot(), traffic.get(), List.of());
      this.ramp = new HoldMeter(last.snapshot());
    }
    events.publish(new RunEvent.ResourcesSampled(last.snapshot(), last.traffic()));
  }

  private void sampled(ResourceSnapshot snapshot) {
    Sample sample = new Sample(snapshot, traffic.get(), replicas.count().orElse(List.of()));
    add(sample);
    events.publish(new RunEvent.ResourcesSampled(sample.snapshot(), sample.traffic()));
  }

  private synchronized void add(Sample sample) {
    (hold == null ? ramp : hold).add(sample.snapshot());
    rows(last, sample).forEach(rows::add);
    if (!sample.users().isEmpty()) {
      replicaSeconds.add(new ReplicaSecond(second(last), sample.users()));
    }
    last = sample;
  }

  /** From any thread. */
  void restarted(Component component) {
    sampler.replace(component);
  }

  void holdStarted() {
    ResourceSnapshot now = sampler.snapshot();
    synchronized (this) {
      ramp.end(now);
      hold = new HoldMeter(now);
    }
  }

  void holdEnded() {
    ResourceSnapshot now = sampler.snapshot();
    synchronized (this) {
      hold.end(now);
    }
  }

  /** A finished stage's costs and seconds up to now; the next stage begins with this. */
  synchronized StageResources take(StageResult result) {
    HoldUsage usage = hold.usage(result.receivedInHold());
    Contention contention = isTargetHidden ? Contention.UNKNOWN : usage.contention();
    StageResources taken =
        new StageResources(
            new HoldCosts(
                usage.server(),
                usage.driver(),
                usage.machine(),
                surroundings(contention, usedUp(contention, result))),
            contention.foreignSharePct(),
            List.copyOf(replicaSeconds),
            onlookerCpuPct(),
            rows.list());
    replicaSeconds.clear();
    rows.clear();
    ramp = new HoldMeter(last.snapshot());
    hold = null;
    return taken;
  }

  private OptionalDouble onlookerCpuPct() {
    return onlooker.isPresent() ? hold.window().cpuPct(onlooker.get()) : OptionalDouble.empty();
  }

  /**
   * A stage's costs.
   *
   * @param hold the row's figures
   * @param foreignPct CPU of processes that have no part in the trial, of all cores together
   * @param replicas each second of a server that has several, in order
   * @param onlookerCpuPct CPU of whoever looks on, of one core
   * @param seconds a row a second and component, in order
   */
  record StageResources(
      HoldCosts hold,
      OptionalDouble foreignPct,
      List<ReplicaSecond> replicas,
      OptionalDouble onlookerCpuPct,
      List<ComponentSecond> seconds) {}

  private Optional<Bottleneck> usedUp(Contention ofHold, StageResult result) {
    if (Saturation.keptUp(result)) {
      return Optional.empty();
    }
    return isTargetHidden || result.connectFailures().isEmpty()
        ? ofHold.bottleneck()
        : ofHold.bottleneckAfter(ramp.usage(0).contention());
  }

  private static HoldCosts.Surroundings surroundings(
      Contention contention, Optional<Bottleneck> usedUp) {
    return new HoldCosts.Surroundings(
        contention.coresAvailable(),
        contention.busiestThreadPct(),
        contention.runDelayPct(),
        contention.foreignCpuPct(),
        usedUp.map(Bottleneck::key));
  }

  /** The one that begins with a sample. */
  private int second(Sample from) {
    return (int) Math.round((from.snapshot().timeNs() - originNs) / 1e9);
  }

  private List<ComponentSecond> rows(Sample from, Sample to) {
    ResourceWindow window = new ResourceWindow(from.snapshot(), to.snapshot());
    int second = second(from);
    List<ComponentSecond> all = new ArrayList<>();
    for (ResourceUsage usage : to.snapshot().usages()) {
      all.add(
          usage.component().equals(Component.SERVER)
              ? server(window, second, usage.source() + "+" + SOCKETS, from, to)
              : component(window, second, usage));
    }
    boolean external = all.stream().noneMatch(row -> row.component().equals(Component.SERVER));
    if (external) {
      all.addFirst(server(window, second, SOCKETS, from, to));
    }
    return all;
  }

  private ComponentSecond server(
      ResourceWindow window, int second, String source, Sample from, Sample to) {
    double seconds = window.lengthNs() / 1e9;
    return new ComponentSecond(
        second,
        Component.SERVER,
        new ComponentSecond.Use(
            window.cpuPct(Component.SERVER),
            window.memoryMib(Component.SERVER),
            OptionalDouble.of((to.traffic().txBytes() - from.traffic().txBytes()) / seconds),
            OptionalDouble.of((to.traffic().rxBytes() - from.traffic().rxBytes()) / seconds),
            window.descriptors(Component.SERVER)),
        source,
        limited(window, Component.SERVER));
  }

  private ComponentSecond component(ResourceWindow window, int second, ResourceUsage usage) {
    return new ComponentSecond(
        second,
        usage.component(),
        new ComponentSecond.Use(
            window.cpuPct(usage.component()),
            window.memoryMib(usage.component()),
            window.rxBytesPerS(usage.component()),
            window.txBytesPerS(usage.component()),
            window.descriptors(usage.component())),
        usage.source(),
        limited(window, usage.component()));
  }

  private static ComponentSecond.Limited limited(ResourceWindow window, String component) {
    OptionalLong ns = window.throttledNs(component);
    return new ComponentSecond.Limited(
        ns.isPresent() ? OptionalDouble.of(ns.getAsLong() / 1e6) : OptionalDouble.empty(),
        window.oomKills(component));
  }

  @Override
  public void close() {
    sampler.close();
  }

  /**
   * What was looked at in one moment.
   *
   * @param users connections at each replica; none where the server has no replicas
   */
  private record Sample(ResourceSnapshot snapshot, Traffic traffic, List<Integer> users) {}
}
