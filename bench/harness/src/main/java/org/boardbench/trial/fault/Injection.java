package org.boardbench.trial.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.boardbench.core.RunClock;
import org.boardbench.core.Seeds;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.sut.launch.TargetLink;
import org.boardbench.sut.launch.TargetPart;
import org.boardbench.sut.link.PacketDrop;
import org.boardbench.sut.link.PacketFilter;
import org.boardbench.sut.link.Relay;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.Signal;

/**
 * One fault from its moment until it is undone, on a thread of its own. What has come of it may be
 * asked once that thread has ended.
 */
final class Injection implements Runnable {
  private static final long NS_PER_MS = 1_000_000;

  private final FaultSpec spec;
  private final long holdStartNs;
  private final long plannedNs;
  private final long seed;
  private final FaultSubject subject;
  private final RunClock clock;
  private final List<Long> pids = new ArrayList<>();
  private OptionalLong atNs = OptionalLong.empty();
  private OptionalLong endedNs = OptionalLong.empty();
  private OptionalInt users = OptionalInt.empty();
  private Optional<String> failure = Optional.empty();

  /**
   * @param holdStartNs run clock; {@code plannedNs} is since then
   * @param seed decides which replica, which worker, and which users
   */
  Injection(
      FaultSpec spec,
      long holdStartNs,
      long plannedNs,
      long seed,
      FaultSubject subject,
      RunClock clock) {
    this.spec = spec;
    this.holdStartNs = holdStartNs;
    this.plannedNs = plannedNs;
    this.seed = seed;
    this.subject = subject;
    this.clock = clock;
  }

  FaultEvent event() {
    return new FaultEvent(
        spec.kind().key(), spec.component(), plannedNs, atNs, endedNs, List.copyOf(pids), users);
  }

  /** Why it could not be done as planned. */
  Optional<String> failure() {
    return failure;
  }

  @Override
  public void run() {
    try {
      if (spec.kind() == FaultSpec.Kind.PARTITION) {
        partition();
      } else {
        sleepUntil(plannedNs);
        come();
      }
    } catch (InterruptedException brokenOff) {
      Thread.currentThread().interrupt();
    } catch (IOException | LaunchException | RuntimeException e) {
      failure = Optional.of("the fault " + spec.words() + " failed: " + e.getMessage());
    }
  }

  private void come() throws IOException, LaunchException, InterruptedException {
    switch (spec.kind()) {
      case CUT -> cut();
      case STOP -> stop();
      case KILL -> kill();
      case RESTART -> restart();
      case ROLLING_RESTART -> rollingRestart();
      case SLOW -> slow();
      case FILL -> fill();
      case PARTITION -> throw new IllegalStateException("has to be prepared");
    }
  }

  private void partition() throws IOException, InterruptedException {
    // What drops the packets takes a moment to start, and then waits for its own.
    try (PacketDrop drop = PacketFilter.find().prepare(link().ports())) {
      sleepUntil(plannedNs);
      drop.begin();
      atNs = OptionalLong.of(sinceHoldStart());
      sleepItsTime();
      drop.end();
      endedNs = OptionalLong.of(sinceHoldStart());
    }
  }

  private void slow() throws InterruptedException {
    List<Relay> relays = link().relays();
    if (relays.isEmpty()) {
      throw new IllegalStateException("it was started without a relay");
    }
    try {
      relays.forEach(relay -> relay.slow(spec.delay(), spec.bytesPerSecond()));
      atNs = OptionalLong.of(sinceHoldStart());
      sleepItsTime();
    } finally {
      relays.forEach(Relay::plain); // complements slow, also when the trial is broken off
    }
    endedNs = OptionalLong.of(sinceHoldStart());
  }

  private void fill() throws IOException, InterruptedException {
    TargetPart part = part();
    try {
      part.lowerLimits(spec.limits());
      atNs = OptionalLong.of(sinceHoldStart());
      sleepItsTime();
    } finally {
      part.restoreLimits(); // complements lowerLimits, also when the trial is broken off
    }
    endedNs = OptionalLong.of(sinceHoldStart());
  }

  private void cut() throws InterruptedException {
    users = OptionalInt.of(subject.cut(spec.sharePct().orElseThrow(), seed));
    atNs = OptionalLong.of(sinceHoldStart());
  }

  private void stop() throws InterruptedException {
    TargetPart part = part();
    try {
      boolean isAnyLeft = true;
      while (isAnyLeft) {
        // A process may have been started between the look and the signal to who starts it.
        isAnyLeft = send(Signal.STOP, chosen(part)) && !isOfWorker();
      }
      injected();
      sleepItsTime();
    } finally {
      pids.forEach(Signal.CONT::send); // complements STOP, also when the trial is broken off
    }
    endedNs = OptionalLong.of(sinceHoldStart());
  }

  private void kill() throws IOException, LaunchException, InterruptedException {
    TargetPart part = part();
    List<ProcStat> chosen = chosen(part);
    if (isOfWorker()) {
      send(Signal.KILL, chosen);
      injected();
    } else {
      part.endIsPlanned();
      send(Signal.KILL, chosen);
      injected();
      part.end(); // what was being born meanwhile
      if (spec.startsAgain()) {
        startAgain(part);
      }
    }
  }

  private void restart() throws IOException, LaunchException, InterruptedException {
    TargetPart part = part();
    terminate(part);
    injected();
    part.end();
    startAgain(part);
  }

  /** Of one replica after the other; the next one ends when this one is ready, and a pause over. */
  private void rollingRestart() throws IOException, LaunchException, InterruptedException {
    Duration pause = spec.lasts().orElse(FaultSpec.ROLLING_PAUSE);
    for (TargetPart replica : subject.target().replicas()) {
      if (atNs.isPresent()) {
        Thread.sleep(pause);
      }
      terminate(replica);
      if (atNs.isEmpty()) {
        injected();
      }
      replica.end();
      replica.startAgain().forEach(subject::restarted);
    }
    endedNs = OptionalLong.of(sinceHoldStart());
  }

  private void terminate(TargetPart part) {
    part.endIsPlanned();
    List<Long> terminated = part.terminate();
    if (terminated.isEmpty()) {
      throw new IllegalStateException("none of its processes is there");
    }
    pids.addAll(terminated);
  }

  private void startAgain(TargetPart part)
      throws IOException, LaunchException, InterruptedException {
    if (spec.lasts().isPresent()) {
      sleepUntil(atNs.orElseThrow() + spec.lasts().get().toNanos());
    }
    part.startAgain().forEach(subject::restarted);
    endedNs = OptionalLong.of(sinceHoldStart());
  }

  private TargetPart part() {
    Optional<TargetPart> part =
        switch (spec.what()) {
          case FaultSpec.REPLICA, FaultSpec.WORKER -> oneOf(subject.target().replicas());
          case FaultSpec.TARGET -> subject.target().part(Component.SERVER);
          default -> subject.target().part(spec.what());
        };
    return part.orElseThrow(() -> new IllegalStateException("this harness has not started it"));
  }

  private Optional<TargetPart> oneOf(List<TargetPart> replicas) {
    return replicas.isEmpty()
        ? Optional.empty()
        : Optional.of(
            replicas.get(new SplittableRandom(Seeds.mix(seed, 2)).nextInt(replicas.size())));
  }

  private TargetLink link() {
    return subject
        .target()
        .link(spec.between())
        .orElseThrow(() -> new IllegalStateException("this harness has not started both"));
  }

  private boolean isOfWorker() {
    return spec.what().equals(FaultSpec.WORKER);
  }

  private List<ProcStat> chosen(TargetPart part) {
    List<ProcStat> all = part.processes();
    if (all.isEmpty()) {
      throw new IllegalStateException("none of its processes is there");
    }
    return isOfWorker() ? List.of(worker(all)) : all;
  }

  /**
   * One of the first process's children. Some runtimes have a child that only tidies up after the
   * others: what has used much less CPU than the busiest one is no worker.
   */
  private ProcStat worker(List<ProcStat> all) {
    long root = all.getFirst().pid();
    List<ProcStat> children = all.stream().filter(process -> process.parent() == root).toList();
    long most = children.stream().mapToLong(ProcStat::totalTicks).max().orElse(0);
    List<ProcStat> workers =
        children.stream().filter(process -> 2 * process.totalTicks() >= most).toList();
    if (workers.isEmpty()) {
      throw new IllegalStateException("its server has no worker processes");
    }
    return workers.get(new SplittableRandom(Seeds.mix(seed, 0)).nextInt(workers.size()));
  }

  /** Sends it to those that have not had it yet; false when there are none. */
  private boolean send(Signal signal, List<ProcStat> processes) {
    boolean isSent = false;
    for (ProcStat process : processes) {
      if (!pids.contains(process.pid()) && signal.send(process.pid())) {
        pids.add(process.pid());
        isSent = true;
      }
    }
    return isSent;
  }

  /** The kernel has the signals. */
  private void injected() {
    atNs = OptionalLong.of(sinceHoldStart());
    if (pids.isEmpty()) {
      throw new IllegalStateException("none of its processes got the signal");
    }
  }

  private long sinceHoldStart() {
    return clock.nowNs() - holdStartNs;
  }

  /** From the moment when it came. */
  private void sleepItsTime() throws InterruptedException {
    sleepUntil(atNs.orElseThrow() + spec.lasts().orElseThrow().toNanos());
  }

  private void sleepUntil(long sinceHoldStartNs) throws InterruptedException {
    long leftNs = holdStartNs + sinceHoldStartNs - clock.nowNs();
    if (leftNs > 0) {
      Thread.sleep(leftNs / NS_PER_MS, (int) (leftNs % NS_PER_MS));
    }
  }
}
