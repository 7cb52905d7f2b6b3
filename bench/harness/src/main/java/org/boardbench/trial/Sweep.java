package org.boardbench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.account.ledger.HeapEstimate;
import org.boardbench.core.EpochClock;
import org.boardbench.core.ThisProgram;
import org.boardbench.driver.DriverWarmUp;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.fleet.Fleet;
import org.boardbench.fleet.LocalFleet;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.placement.Placement;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.SutSpec;
import org.boardbench.store.ResultStore;
import org.boardbench.store.SkippedVariant;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.store.TrialRow.Status;
import org.boardbench.store.calibration.CalibrationChoice;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.store.origin.SourceHistory;
import org.boardbench.sut.launch.docker.DockerLeftovers;
import org.boardbench.sut.process.Leftovers;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.trial.source.StageSource;
import org.boardbench.trial.source.TrialSource;

/**
 * One run: every trial of a plan in its order, in fresh processes, stored when it ends. A trial
 * that fails does not stop the others; Ctrl-C does, and keeps what has finished.
 */
public final class Sweep {
  private final ExperimentPlan plan;
  private final Path root;
  private final EventBus<RunEvent> events;
  private final List<SkippedVariant> skipped;
  private final StageSource stages;
  private final LocalFleet.WarmUp warmUp;
  private final Onlooker onlooker;
  private final Optional<Fleet> agents;

  /**
   * @param root the project's folder
   * @param events is told of the run's course, and closed when the run ends
   */
  public Sweep(ExperimentPlan plan, Path root, EventBus<RunEvent> events) {
    this(plan, root, events, List.of());
  }

  /** The same, of which it is said at its beginning and stored what the plan has not. */
  public Sweep(
      ExperimentPlan plan, Path root, EventBus<RunEvent> events, List<SkippedVariant> skipped) {
    this(plan, root, events, skipped, Onlooker.NONE, Optional.empty());
  }

  /**
   * The same.
   *
   * @param onlooker looks on at every trial
   * @param agents make the load instead of this program; let go when the run ends
   */
  public Sweep(
      ExperimentPlan plan,
      Path root,
      EventBus<RunEvent> events,
      List<SkippedVariant> skipped,
      Onlooker onlooker,
      Optional<Fleet> agents) {
    this(
        plan,
        root,
        events,
        skipped,
        StageSource.of(plan.stages()),
        DriverWarmUp::run,
        onlooker,
        agents);
  }

  /**
   * @param stages what every trial measures, unless the plan has a search
   */
  Sweep(
      ExperimentPlan plan,
      Path root,
      EventBus<RunEvent> events,
      StageSource stages,
      LocalFleet.WarmUp warmUp) {
    this(plan, root, events, List.of(), stages, warmUp, Onlooker.NONE, Optional.empty());
  }

  private Sweep(
      ExperimentPlan plan,
      Path root,
      EventBus<RunEvent> events,
      List<SkippedVariant> skipped,
      StageSource stages,
      LocalFleet.WarmUp warmUp,
      Onlooker onlooker,
      Optional<Fleet> agents) {
    this.plan = plan;
    this.root = root;
    this.events = events;
    this.skipped = List.copyOf(skipped);
    this.stages = stages;
    this.warmUp = warmUp;
    this.onlooker = onlooker;
    this.agents = agents;
  }

  /** How a run ended. */
  public enum Outcome {
    ALL_OK,
    SOME_FAILED,
    INTERRUPTED
  }

  /**
   * A new run, in a folder of its own.
   *
   * @param results gets the run's folder, unless {@code out} is given, which is that folder
   * @throws InputException when something is wrong with targets, tools or folder; nothing has been
   *     started then
   * @throws IOException when results cannot be written
   */
  public Outcome run(Path results, Optional<Path> out) throws InputException, IOException {
    return run(origin -> ResultStore.create(results, out, plan, origin), Optional.of(results));
  }

  /**
   * Goes on with a run that was broken off: the trials that have not ended {@code ok}.
   *
   * @throws InputException when the plan cannot be run here, and when the folder holds the results
   *     of another plan
   * @throws IOException when results cannot be written
   */
  public Outcome resume(Path folder) throws InputException, IOException {
    return run(origin -> ResultStore.resume(folder, plan, origin), Optional.empty());
  }

  /**
   * @param calibrations where a new run looks for the calibration that it embeds; a run that goes
   *     on keeps the one that it began with
   */
  private Outcome run(StoreOpening opening, Optional<Path> calibrations)
      throws InputException, IOException {
    // The events end first: whoever watches has seen all of them before the JVM may end.
    try (ShutdownGuard guard = ShutdownGuard.install();
        events) {
      skipped.forEach(variant -> note(variant.line()));
      Optional<String> warning = refuseWhatTheMachineCannotHold();
      HostEnvironment host = HostEnvironment.of(root);
      try (ProcessSet processes = ProcessSet.endingWithTheHarness();
          Placement placement = Placement.take(plan.cpus(), host);
          TargetLaunchers targets = TargetLaunchers.check(plan, host, placement, processes)) {
        Leftovers.end();
        DockerLeftovers.remove(host);
        EpochClock clock = EpochClock.startingNow();
        Map<DriverSpec, SocketLoops> loops = DriverLoops.ofEachDriver(plan);
        RunOrigin origin =
            RunOrigin.here(clock.epoch(), root, DriverLoops.record(loops.get(plan.driver())))
                .on(placement.coresBefore(), placement.cpus());
        try (Fleet fleet = agents.orElseGet(() -> new LocalFleet(loops.values(), warmUp))) {
          fleet.join(clock);
          targets.on(fleet.host(plan));
          return run(opening, calibrations, origin, targets, fleet, loops, clock, guard, warning);
        }
      } catch (InterruptedException e) {
        return Outcome.INTERRUPTED;
      }
    }
  }

  private Outcome run(
      StoreOpening opening,
      Optional<Path> calibrations,
      RunOrigin origin,
      TargetLaunchers targets,
      Fleet fleet,
      Map<DriverSpec, SocketLoops> loops,
      EpochClock clock,
      ShutdownGuard guard,
      Optional<String> warning)
      throws InputException, IOException, InterruptedException {
    try (ResultStore store = opening.open(origin)) {
      store.skipped(skipped);
      store.agents(fleet.members());
      if (calibrations.isPresent()) {
        embedCalibration(calibrations.get(), origin, store);
      }
      return runTrials(targets, store, fleet, loops, clock, guard, warning);
    }
  }

  /** Returns what there is to be said of what it can just hold. */
  private Optional<String> refuseWhatTheMachineCannotHold() throws InputException {
    if (agents.isPresent()) {
      List<Problem> objections = agents.get().objections(plan);
      if (!objections.isEmpty()) {
        throw new InputException(objections);
      }
      return Optional.empty(); // users and their accounts are on other machines
    }
    MachineLimits.Check machine = MachineLimits.here().check(plan);
    List<Problem> problems = new ArrayList<>(machine.problems());
    plan.launch()
        .sut()
        .ifPresent(sut ->
            problems.add(
                new Problem(
                    SutSpec.HOST.path(),
                    "needs --agents, which make the load of a server elsewhere, was "
                        + sut.host())));
    HeapEstimate.problem(plan, Runtime.getRuntime().maxMemory()).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return machine.warning();
  }

  private void embedCalibration(Path calibrations, RunOrigin origin, ResultStore store)
      throws IOException, InterruptedException {
    CalibrationChoice choice =
        CalibrationChoice.among(calibrations, root, origin, SourceHistory.of(root));
    store.append(choice);
    events.publish(new RunEvent.CalibrationChosen(choice));
  }

  private Outcome runTrials(
      TargetLaunchers targets,
      ResultStore store,
      Fleet fleet,
      Map<DriverSpec, SocketLoops> loops,
      EpochClock clock,
      ShutdownGuard guard,
      Optional<String> warning)
      throws IOException, InterruptedException {
    TrialSource trials = TrialSource.of(plan, stages, store, events);
    List<PlannedTrial> known = trials.known();
    warning.ifPresent(this::note);
    if (agents.isEmpty()) {
      HeapEstimate.warning(plan, Runtime.getRuntime().maxMemory()).ifPresent(this::note);
    }
    targets.prepare(known, store, events);
    events.publish(
        new RunEvent.RunStarted(store.runId(), plan, trials.knownStages(), known, store.folder()));
    if (!known.isEmpty()) {
      warmUp(fleet);
    }
    Outcome outcome = Outcome.ALL_OK;
    for (Optional<PlannedTrial> next = next(trials, store);
        next.isPresent();
        next = next(trials, store)) {
      RunContext context =
          new RunContext(
              plan,
              trials.stages(next.get()),
              store,
              events,
              fleet,
              loops.get(next.get().variant().driver(plan.driver())),
              clock,
              onlooker);
      TrialRow row;
      try {
        row = run(next.get(), trials.task(next.get()), targets, context, guard);
      } catch (IOException e) {
        throw brokenOff(e, store.folder());
      }
      events.publish(new RunEvent.TrialEnded(row));
      if (row.status() == Status.INTERRUPTED) {
        outcome = Outcome.INTERRUPTED;
        break;
      }
      if (row.status() == Status.FAILED) {
        outcome = Outcome.SOME_FAILED;
      }
    }
    events.publish(new RunEvent.RunEnded(store.folder()));
    return outcome;
  }

  /** A trial that then meets the same obstacle says so in its row. */
  private void warmUp(Fleet fleet) throws InterruptedException {
    events.publish(new RunEvent.DriverWarmUpStarted());
    try {
      fleet.warmUp(plan);
    } catch (RuntimeException | Error e) {
      note(
          "Note: the driver has not warmed up, so the first trial's first stage may show the"
              + " driver's start: "
              + FailureReason.of(e));
    }
  }

  private void note(String sentence) {
    events.publish(new RunEvent.Noted(sentence));
  }

  /** To measure what nobody can keep would only take time. */
  private IOException brokenOff(IOException cause, Path run) {
    events.publish(new RunEvent.RunEnded(run));
    return new IOException(
        cause.getMessage()
            + ". Nothing more can be kept, so the run ends here. Once that is mended, go on with: "
            + ThisProgram.resuming(run),
        cause);
  }

  private Optional<PlannedTrial> next(TrialSource trials, ResultStore store) throws IOException {
    try {
      return trials.next();
    } catch (IOException e) {
      throw brokenOff(e, store.folder());
    }
  }

  private TrialRow run(
      PlannedTrial planned,
      String task,
      TargetLaunchers targets,
      RunContext context,
      ShutdownGuard guard)
      throws IOException {
    TrialId trial = context.store().begin(planned);
    events.publish(new RunEvent.TrialStarted(trial, task));
    String target = planned.variant().name();
    return new TrialRunner(context, Clock.systemUTC())
        .run(trial, targets.protocol(target), targets.launcher(target), guard::isShuttingDown);
  }

  /** Opens the results of a run that begins, or goes on, at {@code origin}. */
  @FunctionalInterface
  private interface StoreOpening {
    ResultStore open(RunOrigin origin) throws InputException, IOException;
  }
}
