package org.boardbench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.boardbench.driver.check.WireCheck;
import org.boardbench.driver.check.WireCheck.WireViolation;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.TrialKey;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.store.TrialRow.Status;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.trial.events.RunEvent;

/**
 * One trial: launch, ready, wire check, stages, stop. Holds the order of these events; every set-up
 * is undone however the trial ends.
 */
final class TrialRunner {
  /** For some dozen messages: a server that has just started is slow, and so is a busy machine. */
  private static final Duration WIRE_CHECK_DEADLINE = Duration.ofSeconds(15);

  private static final String INTERRUPTED = "interrupted";

  private final RunContext run;
  private final Clock wallClock;

  TrialRunner(RunContext run, Clock wallClock) {
    this.run = run;
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
    collectGarbage();
    Instant start = wallClock.instant();
    long startNs = run.clock().nowNs();
    TrialStages stages = new TrialStages(run, trial);
    Path folder = run.store().trialFolder(trial);
    End end;
    try (DriverLog log = DriverLog.create(folder.resolve(FileNames.DRIVER_LOG), wallClock)) {
      end = run(stages, trial, protocol, launcher, shuttingDown, log);
    }
    double seconds = (run.clock().nowNs() - startNs) / 1e9;
    TrialRow row =
        new TrialRow(
            trial,
            end.status(),
            end.reason(),
            start,
            seconds,
            stages.measuredFrom(),
            end.status() == Status.FAILED ? stages.serverEndedUsers() : OptionalInt.empty());
    run.store().append(row);
    return row;
  }

  /**
   * The books of earlier trials fill the heap, and a full collection amid a stage stops the driver
   * for hundreds of milliseconds. Here it stops nobody.
   */
  private static void collectGarbage() {
    System.gc();
  }

  private record End(Status status, String reason) {}

  private End run(
      TrialStages stages,
      TrialId trial,
      Protocol protocol,
      Launcher launcher,
      BooleanSupplier shuttingDown,
      DriverLog log) {
    try {
      measure(stages, trial, protocol, launcher, log);
      return new End(Status.OK, "");
    } catch (InterruptedException e) {
      log.failure(e);
      return new End(Status.INTERRUPTED, INTERRUPTED);
    } catch (LaunchException | WireViolation | StoreException | RuntimeException e) {
      log.failure(e);
      return shuttingDown.getAsBoolean()
          ? new End(Status.INTERRUPTED, INTERRUPTED)
          : new End(Status.FAILED, FailureReason.of(e));
    } catch (Error e) {
      // One trial that asks too much of this process must not take the others with it.
      log.failure(e);
      return new End(Status.FAILED, FailureReason.of(e));
    }
  }

  private void measure(
      TrialStages stages, TrialId trial, Protocol protocol, Launcher launcher, DriverLog log)
      throws LaunchException, WireViolation, InterruptedException, StoreException {
    Path output = run.store().trialFolder(trial).resolve(FileNames.TARGET_LOG);
    DeadlineSpec deadlines = run.plan().deadlines();
    run.fleet().regain();
    try (RunningTarget target = launcher.launch(output, deadlines.ready(), deadlines.stop())) {
      log.line("ready at " + target.endpoint().shown());
      tell(
          trial.target(),
          WireCheck.verify(run.plan(), target.endpoint(), protocol, WIRE_CHECK_DEADLINE),
          log);
      try (Onlooker.Watch watch = run.onlooker().watch(scene(trial, target, log))) {
        stages.run(target, protocol, watch, log);
      }
    }
  }

  private Onlooker.Scene scene(TrialId trial, RunningTarget target, DriverLog log) {
    return new Onlooker.Scene(
        new TrialKey(
            run.store().runId(), trial.id(), trial.target(), trial.repetition(), trial.order()),
        target,
        run.plan(),
        run.store().folder(),
        run.store().trialFolder(trial),
        run.clock(),
        run.loops(),
        sentence -> {
          log.line(sentence);
          run.events().publish(new RunEvent.Noted(sentence));
        });
  }

  private void tell(String target, WireCheck.Manner manner, DriverLog log) throws StoreException {
    log.line("keeps the wire contract" + manner.words().map(words -> "; " + words).orElse(""));
    if (run.store().manner(target, manner.reserializes(), manner.severalInAFrame())) {
      manner
          .words()
          .ifPresent(
              words -> run.events().publish(new RunEvent.Noted("Note: " + target + " " + words)));
    }
  }
}
