package org.boardbench.calibrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.boardbench.calibrate.server.CoreSharing;
import org.boardbench.calibrate.server.ReferenceProcesses;
import org.boardbench.calibrate.server.RunningReference;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.DriverWarmUp;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.placement.Placement;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.store.calibration.CalibrationOrigin;
import org.boardbench.store.calibration.CalibrationStore;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.Leftovers;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.trial.DriverLoops;
import org.boardbench.trial.ShutdownGuard;
import org.boardbench.trial.events.EventBus;

/**
 * One calibration: the driver against a reference server, on this machine and with this source.
 * Ctrl-C ends it, and keeps what has finished.
 */
public final class Calibration {
  /** The target that is measured against. */
  public static final String REFERENCE = "reference";

  private final CalibrationPlan plan;
  private final ExperimentPlan base;
  private final Path root;
  private final EventBus<CalibrationEvent> events;

  /**
   * @param base its seed, deadlines, driver and CPUs are used
   * @param root the project's folder
   * @param events is told of the calibration's course, and closed when it ends
   */
  public Calibration(
      CalibrationPlan plan, ExperimentPlan base, Path root, EventBus<CalibrationEvent> events) {
    this.plan = plan;
    this.base = base;
    this.root = root;
    this.events = events;
  }

  /** How a calibration ended. */
  public enum Outcome {
    OK,
    /** Some number missed the truth, or some case found nothing. */
    MISSED,
    INTERRUPTED
  }

  /**
   * Runs every case.
   *
   * @param results gets the calibration's folder, unless {@code out} is given, which is that folder
   * @throws InputException when something is wrong with the reference server, tools or folder;
   *     nothing has been started then
   * @throws IOException when results cannot be written, or the reference server cannot be built
   */
  public Outcome run(Path results, Optional<Path> out) throws InputException, IOException {
    // The events end first: whoever watches has seen all of them before the JVM may end.
    try (ShutdownGuard guard = ShutdownGuard.install();
        events) {
      HostEnvironment host = HostEnvironment.of(root);
      try (ProcessSet processes = ProcessSet.endingWithTheHarness();
          Placement placement = Placement.take(base.cpus(), host)) {
        TargetManifest manifest = checkedManifest(host);
        Leftovers.end();
        EpochClock clock = EpochClock.startingNow();
        SocketLoops loops = DriverLoops.chosen(base);
        RunOrigin origin =
            RunOrigin.here(clock.epoch(), root, DriverLoops.record(loops))
                .on(placement.coresBefore(), placement.cpus());
        try (CalibrationStore store =
            CalibrationStore.create(
                results,
                out,
                new CalibrationOrigin(origin, plan.isQuick(), base.driver().cores()))) {
          build(manifest, placement.ofBuilds(host), processes);
          events.publish(new CalibrationEvent.DriverWarmUpStarted());
          DriverWarmUp.run(base, loops, clock);
          Function<HostEnvironment, RunningReference.Source> references =
              on ->
                  new ReferenceProcesses(
                      manifest,
                      on,
                      processes,
                      base.deadlines(),
                      store.folder().resolve("reference.log"));
          CaseDriver bench =
              new CaseDriver(
                  base,
                  loops,
                  references.apply(placement.targets().on(host)),
                  clock,
                  events,
                  new CoreSharing(host, base.cpus(), placement.cpus().driver(), references));
          return new CalibrationRunner(plan, bench, store, events, guard::isShuttingDown).run();
        }
      } catch (InterruptedException e) {
        return Outcome.INTERRUPTED;
      }
    }
  }

  private TargetManifest checkedManifest(HostEnvironment host)
      throws InputException, InterruptedException {
    TargetManifest manifest = new TargetCatalog(root).manifest(REFERENCE);
    List<Problem> missing = ToolCheck.problems(List.of(manifest), host);
    if (!missing.isEmpty()) {
      throw new InputException(missing);
    }
    return manifest;
  }

  private void build(TargetManifest manifest, HostEnvironment host, ProcessSet processes)
      throws IOException, InterruptedException {
    events.publish(new CalibrationEvent.BuildStarted(manifest.name(), TargetBuilder.log(manifest)));
    try {
      new TargetBuilder(host, processes).build(manifest);
    } catch (LaunchException broken) {
      throw new IOException(broken.getMessage(), broken);
    }
  }
}
