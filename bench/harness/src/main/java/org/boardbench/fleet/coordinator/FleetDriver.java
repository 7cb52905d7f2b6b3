package org.boardbench.fleet.coordinator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.result.BoardBooks;
import org.boardbench.account.result.SharedMerge;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.RunClock;
import org.boardbench.core.Uninterrupted;
import org.boardbench.driver.AgentReport;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.driver.TrialDriver;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.fleet.FleetException;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.fleet.wire.PlanText;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.fleet.wire.WireException;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * Drives a trial by agents: takes all of them through ramp, hold and drain in step, and merges what
 * they found. An agent that is lost is waited for no more; the others go on to the end of the
 * stage, and the trial cannot go on after it.
 */
final class FleetDriver implements TrialDriver {
  /** For a message to all, a garbage collection in one of them, and its loops' stop. */
  private static final Duration LEAD = Duration.ofMillis(500);

  /** Beyond what the plan lets users and servers take. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** Agents tell of ramp and hold twice a second, unless they hang or are kept from it. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration CUT = Duration.ofSeconds(30);
  private static final Duration GOOD_BYE = Duration.ofSeconds(5);

  private final ExperimentPlan plan;
  private final List<AgentLink> links;
  private final List<Integer> parts;
  private final Optional<AgentLink> host;
  private final RunClock clock;
  private final DriverListener listener;
  private List<AgentReport> reports = List.of();
  private Map<String, Integer> errorAnswers = Map.of();
  private Optional<String> splitServer = Optional.empty();

  /**
   * @param parts of each of the links, in their order, as {@link BoardAssignment#among} has them
   * @param host whose machine has the target; may be one of the links
   */
  FleetDriver(
      ExperimentPlan plan,
      List<AgentLink> links,
      List<Integer> parts,
      Optional<AgentLink> host,
      RunClock clock,
      DriverListener listener) {
    this.plan = plan;
    this.links = links;
    this.parts = parts;
    this.host = host;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * {@inheritDoc}
   *
   * @throws FleetException when no agent is left, or one was lost in an earlier stage
   */
  @Override
  public StageResult run(int number, StageSpec stage) throws InterruptedException {
    links.forEach(FleetDriver::requireThere);
    host.ifPresent(FleetDriver::requireThere);
    FleetProgress progress = new FleetProgress(number, links, clock, listener);
    Phase ramp = new Phase(Phase.Kind.RAMP, number);
    Phase hold = new Phase(Phase.Kind.HOLD, number);
    ToAgent order = new ToAgent.Stage(number, PlanText.of(plan, stage));
    links.forEach(link -> link.tell(order));

    awaitReady(ramp, READY, progress);
    long rampStartNs = start(ramp);
    listener.stageOpened(number, rampStartNs, this::snapshot);

    Duration mostRamp = LEAD.plus(stage.ramp()).plus(plan.deadlines().join()).plus(GRACE);
    awaitReady(hold, mostRamp, progress);
    long holdStartNs = start(hold);
    long holdEndNs = holdStartNs + stage.hold().toNanos();
    sleepUntil(holdStartNs, "ramp", progress);
    listener.holdStarted(number, holdStartNs);
    sleepUntil(holdEndNs, "hold", progress);
    listener.holdEnded(number);

    // Once for what is unsent, once for what has not arrived.
    Duration mostDrain = plan.deadlines().drain().multipliedBy(2).plus(GRACE);
    Waiting.forAll(
        links,
        link -> link.result().isPresent(),
        mostDrain,
        "has not reported the stage",
        () -> progress.atIntervals("drain"));
    return merged(number, stage, rampStartNs);
  }

  private static void requireThere(AgentLink link) {
    if (link.lost().isPresent()) {
      throw new FleetException("agent " + link.address() + " was lost: " + link.lost().get());
    }
  }

  private void awaitReady(Phase phase, Duration patience, FleetProgress progress)
      throws InterruptedException {
    Waiting.forAll(
        links,
        link -> link.isReady(phase),
        patience,
        "was not ready for the " + (phase.kind() == Phase.Kind.HOLD ? "hold" : "ramp"),
        () -> look("ramp", progress));
    if (living().isEmpty()) {
      throw allLost();
    }
  }

  private long start(Phase phase) {
    long startNs = clock.nowNs() + LEAD.toNanos();
    living().forEach(link -> link.startAt(phase, startNs));
    return startNs;
  }

  private List<AgentLink> living() {
    return links.stream().filter(link -> link.lost().isEmpty()).toList();
  }

  /** Who is lost meanwhile is so in the result; the others' hold has its length. */
  private void sleepUntil(long timeNs, String phase, FleetProgress progress)
      throws InterruptedException {
    for (long leftNs = timeNs - clock.nowNs(); leftNs > 0; leftNs = timeNs - clock.nowNs()) {
      look(phase, progress);
      Thread.sleep(Duration.ofNanos(Math.min(leftNs, FleetProgress.INTERVAL_NS / 10)));
    }
  }

  private void look(String phase, FleetProgress progress) {
    progress.atIntervals(phase);
    links.forEach(link -> link.requireHeard(SILENCE));
  }

  private StageResult merged(int number, StageSpec stage, long startNs) {
    List<AgentReport> told = new ArrayList<>();
    List<Part> found = new ArrayList<>();
    Map<String, Integer> answers = new HashMap<>();
    Optional<String> split = Optional.empty();
    for (int agent = 0; agent < links.size(); agent++) {
      AgentLink link = links.get(agent);
      Optional<Part> part = part(link, number, stage);
      part.ifPresent(found::add);
      told.add(
          Reports.of(link, share(agent, stage), hasTarget(link), part.map(Part::result), startNs));
      if (part.isPresent()) {
        ToCoordinator.Result of = link.result().orElseThrow();
        of.errorAnswers().forEach((reason, times) -> answers.merge(reason, times, Integer::sum));
        split = split.or(of::splitServer);
      }
    }
    host.filter(link -> !links.contains(link))
        .ifPresent(link -> told.add(Reports.ofHostAlone(link, startNs)));
    reports = List.copyOf(told);
    errorAnswers = Map.copyOf(answers);
    splitServer = split;
    StageResult all =
        found.stream().map(Part::result).reduce(StageResult::merge).orElseThrow(this::allLost);
    List<BoardBooks> books = found.stream().flatMap(part -> part.books().stream()).toList();
    return books.isEmpty() ? all : SharedMerge.of(all, books, found.size() == links.size());
  }

  /** What one agent has found. */
  private record Part(StageResult result, Optional<BoardBooks> books) {}

  private boolean hasTarget(AgentLink link) {
    return host.equals(Optional.of(link));
  }

  /** A result counts even if its agent is lost by now: it is whole. */
  private static Optional<Part> part(AgentLink link, int number, StageSpec stage) {
    try {
      Optional<Part> part =
          link.result()
              .map(told ->
                  new Part(
                      Messages.result(told.stage(), stage), told.books().map(Messages::books)));
      if (part.isPresent() && part.get().result().number() != number) {
        throw new WireException("the result of another stage");
      }
      return part;
    } catch (WireException e) {
      link.lost("sent " + e.getMessage());
      return Optional.empty();
    }
  }

  private Reports.Share share(int agent, StageSpec stage) {
    BoardAssignment whole = BoardAssignment.among(parts, plan.workload().boards(), stage.users());
    return new Reports.Share(
        whole.areShared() ? whole.boards() : parts.get(agent),
        (int) new BoardShare(whole, agent).users(stage.users()).count());
  }

  private FleetException allLost() {
    String each =
        String.join(
            "; ",
            links.stream()
                .map(link -> link.address() + " " + link.lost().orElse("has no result"))
                .toList());
    return new FleetException("all agents were lost: " + each);
  }

  private StageSnapshot snapshot() {
    return Snapshots.sum(
        links.stream().map(link -> link.stats().flatMap(ToCoordinator.Stats::stage)).toList());
  }

  @Override
  public Optional<String> splitServer() {
    return splitServer;
  }

  /** Of the users of each agent that share. */
  @Override
  public int cut(int users, int sharePct, long seed) throws InterruptedException {
    List<AgentLink> asked = living();
    asked.forEach(link -> link.tell(new ToAgent.Cut(users, sharePct, seed)));
    Waiting.forAll(asked, link -> link.cut().isPresent(), CUT, "has cut nobody", () -> {});
    return asked.stream().mapToInt(link -> link.cut().orElse(0)).sum();
  }

  /** As the agents told last, a few times a second. */
  @Override
  public Traffic traffic() {
    return new Traffic(sum(ToCoordinator.Stats::rxBytes), sum(ToCoordinator.Stats::txBytes));
  }

  private long sum(ToLongFunction<ToCoordinator.Stats> figure) {
    return links.stream().flatMap(link -> link.stats().stream()).mapToLong(figure).sum();
  }

  @Override
  public Map<String, Integer> errorAnswers() {
    return errorAnswers;
  }

  @Override
  public List<AgentReport> agents() {
    return reports;
  }

  @Override
  public void close() {
    living().forEach(link -> link.tell(new ToAgent.Close()));
    Uninterrupted.run(() ->
        Waiting.forAll(
            living(), AgentLink::isDone, GOOD_BYE, "has not closed the trial", () -> {}));
  }
}
