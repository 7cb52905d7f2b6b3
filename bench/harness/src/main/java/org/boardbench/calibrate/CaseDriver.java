package org.boardbench.calibrate;

import java.util.Map;
import org.boardbench.account.result.StageResult;
import org.boardbench.calibrate.server.CaseFailure;
import org.boardbench.calibrate.server.CoreSharing;
import org.boardbench.calibrate.server.RunningReference;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.core.RunClock;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.host.sampling.HoldUsage;
import org.boardbench.host.sampling.LastHold;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.trial.events.EventBus;

/** Where cases are run: starts reference servers and drives them. Used by one thread. */
final class CaseDriver {
  private static final Protocol RAW = Protocols.usual();

  private final ExperimentPlan base;
  private final SocketLoops loops;
  private final RunningReference.Source references;
  private final RunClock clock;
  private final EventBus<CalibrationEvent> events;
  private final CoreSharing cores;

  /**
   * @param base whose driver is used
   * @param events is told when a case has come a step further
   * @param cores puts driver and servers on chosen cores
   */
  CaseDriver(
      ExperimentPlan base,
      SocketLoops loops,
      RunningReference.Source references,
      RunClock clock,
      EventBus<CalibrationEvent> events,
      CoreSharing cores) {
    this.base = base;
    this.loops = loops;
    this.references = references;
    this.clock = clock;
    this.events = events;
    this.cores = cores;
  }

  /**
   * What a stage has shown from both sides.
   *
   * @param counts the server's, of the stage alone where it had a warm-up
   */
  record Measurement(StageResult result, HoldUsage usage, ServerCounts counts) {}

  /** A fresh server; the caller closes it. */
  RunningReference start(Map<String, String> parameters)
      throws LaunchException, InterruptedException {
    return references.start(parameters);
  }

  /** A fresh server for one stage. */
  Measurement measure(Map<String, String> parameters, CaseLoad load)
      throws LaunchException, InterruptedException {
    try (RunningReference reference = start(parameters)) {
      return measure(reference, load);
    }
  }

  /** One stage against {@code reference}, its warm-up before it, with users of its own. */
  Measurement measure(RunningReference reference, CaseLoad load) throws InterruptedException {
    ExperimentPlan plan = load.plan(base);
    LastHold hold = new LastHold();
    try (ResourceSampler sampler =
            ResourceSampler.start(
                reference.target().components(), clock, ResourceSampler::isLoop, hold::add);
        LoadDriver driver =
            LoadDriver.start(
                plan,
                reference.target().endpoint(),
                RAW,
                loops,
                clock,
                new HoldObserver(reference, sampler, hold))) {
      if (plan.warmUp().isPresent()) {
        driver.run(0, plan.warmUp().get());
        reference.resetCounts();
      }
      StageResult result = driver.run(1, plan.stages().getFirst());
      return new Measurement(result, hold.usage(result.receivedInHold()), reference.counts());
    }
  }

  /** How far a case has come, in a few words for a person. */
  void say(String words) {
    events.publish(new CalibrationEvent.CaseProgressed(words));
  }

  CoreSharing cores() {
    return cores;
  }

  int driverCores() {
    return base.driver().cores();
  }

  private record HoldObserver(RunningReference reference, ResourceSampler sampler, LastHold hold)
      implements DriverListener {
    @Override
    public void holdStarted(int stage, long startNs) {
      hold.start(sampler.snapshot());
    }

    @Override
    public void holdEnded(int stage) {
      hold.end(sampler.snapshot());
    }

    /** A dead server ends the case at once. */
    @Override
    public void progress(Progress progress) {
      reference
          .target()
          .failure()
          .ifPresent(ending -> {
            throw new CaseFailure("the reference server " + ending);
          });
    }
  }
}
