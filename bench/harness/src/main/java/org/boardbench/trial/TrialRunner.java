package org.boardbench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.boardbench.driver.DriverListener;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.WireCheck;
import org.boardbench.driver.WireCheck.WireViolation;
import org.boardbench.driver.socket.SocketLoops;
import org.boardbench.measure.RunClock;
import org.boardbench.measure.StageGlance;
import org.boardbench.measure.StageResult;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.StageSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.store.ResultStore;
import org.boardbench.store.StageRow;
import org.boardbench.store.StoreException;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.store.TrialRow.Status;
import org.boardbench.target.LaunchException;
import org.boardbench.target.Launcher;
import org.boardbench.target.RunningTarget;
import org.boardbench.verdict.HoldEvidence;
import org.boardbench.verdict.Verdict;

/**
 * One trial: launch, ready, wire check, warm-up, stages, stop. Holds the order of these events;
 * every set-up is undone however the trial ends.
 */
final class TrialRunner {
  private static final Duration WIRE_CHECK_DEADLINE = Duration.ofSeconds(5);
  private static final int REASON_LINES = 5;
  private static final String INTERRUPTED = "interrupted";

  private final ExperimentPlan plan;
  private final ResultStore store;
  private final RunListener listener;
  private final SocketLoops loops;
  private final RunClock clock;
  private final Clock wallClock;

  /** When the running trial's first measured stage began. */
  private Optional<Instant> measuredFrom = Optional.empty();

  TrialRunner(
      ExperimentPlan plan,
      ResultStore store,
      RunListener listener,
      SocketLoops loops,
      RunClock clock,
      Clock wallClock) {
    this.plan = plan;
    this.store = store;
    this.listener = listener;
    this.loops = loops;
    this.clock = clock;
    this.wallClock = wallClock;
  }

  /**
   * Runs the trial to its end and stores it, whatever the target does. A stage that cannot be
   * stored, because the disk is full, fails the trial: there may be room again for the next one.
   *
   * @param shuttingDown whether the harness is ending: then it is no fault of the target that it
   *     has ended too
   * @throws IOException when not even the trial's end can be written
   */
  TrialRow run(TrialId trial, Protocol protocol, Launcher launcher, BooleanSupplier shuttingDown)
      throws IOException {
    Instant start = wallClock.instant();
    long startNs = clock.nowNs();
    measuredFrom = Optional.empty();
    Path folder = store.trialFolder(trial);
    Status status = Status.OK;
    String reason = "";
    try (DriverLog log = DriverLog.create(folder.resolve("driver.log"), wallClock)) {
      try {
        measure(trial, protocol, launcher, log);
      } catch (InterruptedException e) {
        status = Status.INTERRUPTED;
        reason = INTERRUPTED;
        log.failure(e);
      } catch (LaunchException | WireViolation | StoreException | RuntimeException e) {
        boolean brokenOff = shuttingDown.getAsBoolean();
        status = brokenOff ? Status.INTERRUPTED : Status.FAILED;
        reason = brokenOff ? INTERRUPTED : FailureReason.of(e);
        log.failure(e);
      } catch (Error e) {
        // One trial that asks too much of this process must not take the others with it.
        status = Status.FAILED;
        reason = FailureReason.of(e);
        log.failure(e);
      }
    }
    double seconds = (clock.nowNs() - startNs) / 1e9;
    TrialRow row = new TrialRow(trial, status, reason, start, seconds, measuredFrom);
    store.append(row);
    return row;
  }

  private void measure(TrialId trial, Protocol protocol, Launcher launcher, DriverLog log)
      throws LaunchException, WireViolation, InterruptedException, StoreException {
    Path output = store.trialFolder(trial).resolve("target.log");
    try (RunningTarget target =
        launcher.launch(output, plan.deadlines().ready(), plan.deadlines().stop())) {
      log.line("ready at " + target.endpoint().shown());
      tell(
          trial.target(),
          WireCheck.verify(plan, target.endpoint(), protocol, WIRE_CHECK_DEADLINE),
          log);
      StageObserver observer = new StageObserver(target);
      try (LoadDriver driver =
          LoadDriver.start(
              plan.withSeed(plan.seed(trial.repetition())),
              target.endpoint(),
              protocol,
              loops,
              clock,
              observer)) {
        if (plan.warmUp().isPresent()) {
          listener.stageStarted(0, plan.warmUp().get());
          log.stage(driver.run(0, plan.warmUp().get()), driver.errorAnswers());
          failIfSplit(driver);
        }
        measureStages(trial, target, driver, observer, log);
      }
    }
  }

  private void tell(String target, WireCheck.Manner manner, DriverLog log) throws StoreException {
    log.line("keeps the wire contract" + manner.words().map(words -> "; " + words).orElse(""));
    if (store.manner(target, manner.reserializes(), manner.severalInAFrame())) {
      manner.words().ifPresent(words -> listener.noted("Note: " + target + " " + words));
    }
  }

  private void measureStages(
      TrialId trial, RunningTarget target, LoadDriver driver, StageObserver observer, DriverLog log)
      throws InterruptedException, StoreException {
    try (TrialResources resources =
        TrialResources.start(trial, target, clock, driver::traffic, listener::sampled)) {
      observer.resources = resources;
      for (int number = 1; number <= plan.stages().size(); number++) {
        StageSpec stage = plan.stages().get(number - 1);
        listener.stageStarted(number, stage);
        StageResult result = driver.run(number, stage);
        log.stage(result, driver.errorAnswers());
        log.allocation(observer.allocation.bytesPerDelivery(result.receivedInHold()));
        failIfDead(target);
        failIfSplit(driver);
        TrialResources.StageResources used = resources.take(result);
        Verdict verdict = Verdict.of(evidence(result, used), plan.validity());
        log.verdict(number, verdict);
        StageRow row = new StageRow(trial, result, used.hold(), verdict);
        store.append(row, used.seconds());
        listener.stageEnded(row);
      }
      observer.resources = null;
    }
  }

  private HoldEvidence evidence(StageResult result, TrialResources.StageResources used) {
    return new HoldEvidence(
        result,
        plan.driver().cores(),
        used.hold().driverCpuPct(),
        used.hold().driverRunDelayPct(),
        used.hold().stealPct(),
        used.foreignPct());
  }

  private static void failIfDead(RunningTarget target) {
    target
        .failure()
        .ifPresent(ending -> {
          throw new TrialFailure(ending + lastWords(target));
        });
  }

  private static void failIfSplit(LoadDriver driver) {
    driver
        .splitServer()
        .ifPresent(words -> {
          throw new TrialFailure(words);
        });
  }

  private static String lastWords(RunningTarget target) {
    String lines = String.join("\n", target.lastLines(REASON_LINES));
    return lines.isEmpty() ? "" : "; its last lines:\n" + lines;
  }

  /** Hears of the running stage: marks the hold, passes progress on, and notices a dead target. */
  private final class StageObserver implements DriverListener {
    private final RunningTarget target;
    private final LoopAllocation allocation = new LoopAllocation(TrialResources::isLoop);
    private TrialResources resources;

    StageObserver(RunningTarget target) {
      this.target = target;
    }

    @Override
    public void stageOpened(int stage, long startNs, Supplier<StageGlance> glance) {
      if (stage == 1) {
        measuredFrom = Optional.of(store.momentOf(startNs));
      }
      listener.stageOpened(stage, glance);
    }

    @Override
    public void holdStarted(int stage) {
      allocation.holdStarted();
      if (resources != null) {
        resources.holdStarted();
      }
    }

    @Override
    public void holdEnded(int stage) {
      if (resources != null) {
        resources.holdEnded();
      }
      allocation.holdEnded();
    }

    @Override
    public void progress(Progress progress) {
      failIfDead(target);
      listener.progress(progress);
    }
  }
}
