package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.StageResult;
import org.boardbench.calibrate.server.CountsClient;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.core.EpochClock;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.RunClock;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.protocol.Protocols;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.trial.fault.FaultInjector;
import org.boardbench.trial.fault.FaultSubject;

/**
 * One stage with a fault in its hold, of a server that tells afterwards what it did.
 *
 * @param folder for the server's log and a project of its own
 */
record FaultedStage(Path folder) {
  static final int USERS = 8;

  private static final int BOARDS = 2;
  private static final int RATE = 20;
  private static final int HOLD_S = 5;

  /** The hold of a last try: no machine is so busy that a server takes longer to start. */
  private static final int LONGEST_HOLD_S = 40;

  /** So much of a hold is left for users to come back in. */
  private static final int RETURN_S = 2;

  /** One stage from both sides. */
  record Books(StageResult result, FaultEvent event, ServerCounts server) {
    /** Messages of the hold times the members of their boards. */
    long planned() {
      return USERS * RATE * result.spec().hold().toSeconds() * (USERS / BOARDS);
    }

    long expected() {
      return result.ramp().expected() + result.hold().expected();
    }

    long lost() {
      return result.ramp().lost() + result.hold().lost();
    }

    long dropped() {
      return result.disconnects().values().stream().mapToLong(Integer::longValue).sum();
    }

    long lastedNs() {
      return event.endedNs().orElseThrow() - event.atNs().orElseThrow();
    }

    void assertOwedIsWhatThePlanSays() {
      OwedDeliveries owed = result.owed();
      MessageCounts hold = result.hold();
      assertThat(owed.total()).isEqualTo(planned());
      assertThat(hold.delivered() + hold.lost() + owed.unserved() + owed.away())
          .as("each part is counted on its own")
          .isEqualTo(planned());
    }
  }

  Books run(String server, String fault) throws Exception {
    return run(server, fault, SocketLoops.best());
  }

  Books run(String server, String fault, SocketLoops loops) throws Exception {
    return run(server, fault, loops, HOLD_S);
  }

  /** How long a server takes to start is the machine's; a hold that was too short says nothing. */
  Books runUntilItIsBack(String server, String fault) throws Exception {
    for (int holdS = HOLD_S; ; holdS *= 2) {
      Books books = run(server, fault, SocketLoops.best(), holdS);
      boolean isBack =
          books.event().endedNs().orElse(Long.MAX_VALUE)
              < Duration.ofSeconds(holdS - RETURN_S).toNanos();
      if (isBack || holdS >= LONGEST_HOLD_S) {
        return books;
      }
    }
  }

  private Books run(String server, String fault, SocketLoops loops, int holdS) throws Exception {
    ProjectSpecimen project = new ProjectSpecimen(folder);
    ExperimentPlan plan =
        project.plan(
            """
            targets: [%s]
            workload: { boards: %d, rate: %d }
            reconnect: { first: 0ms, backoff: 50ms..100ms, jitter: 0 }
            deadlines: { drain: 5s }
            warm-up: { users: %d, ramp: 200ms, hold: 200ms }
            stages: [{ users: %d, ramp: 0s, hold: %ds, faults: [{ %s }] }]
            """
                .formatted(server, BOARDS, RATE, USERS, USERS, holdS, fault));
    TargetManifest manifest = new TargetCatalog(project.root()).manifest(server);
    HostEnvironment host = HostEnvironment.of(project.root());
    EpochClock clock = EpochClock.startingNow();
    try (ProcessSet processes = ProcessSet.endingWithTheHarness();
        RunningTarget target =
            Launcher.process(
                    manifest,
                    manifest.values(Map.of()),
                    new ProcessPlace(host, host, OwnGroups.find(), LimitsSpec.NONE),
                    processes,
                    new LoopbackPorts(),
                    plan.slowSides())
                .launch(folder.resolve("log"), Duration.ofSeconds(60), Duration.ofSeconds(20))) {
      Course course = new Course(target, plan, clock);
      try (LoadDriver driver =
          LoadDriver.start(plan, target.endpoint(), Protocols.usual(), loops, clock, course)) {
        course.driver.set(driver);
        CountsClient books = new CountsClient(target.endpoint().uri());
        driver.run(0, plan.warmUp().orElseThrow());
        books.reset(); // What users miss while they join is nobody's loss.
        StageResult result = driver.run(1, plan.stages().getFirst());
        FaultEvent event = course.event();
        return new Books(result, event, books.counts());
      }
    }
  }

  /** Has the stage's fault happen. */
  private static final class Course implements DriverListener, FaultSubject {
    private final RunningTarget target;
    private final ExperimentPlan plan;
    private final RunClock clock;
    private final AtomicReference<LoadDriver> driver = new AtomicReference<>();
    private FaultInjector injector;

    Course(RunningTarget target, ExperimentPlan plan, RunClock clock) {
      this.target = target;
      this.plan = plan;
      this.clock = clock;
    }

    private StageSpec stage() {
      return plan.stages().getFirst();
    }

    @Override
    public void holdStarted(int number, long startNs) {
      if (number > 0) {
        injector = FaultInjector.start(stage(), number, plan.seed(), startNs, this, clock);
      }
    }

    FaultEvent event() throws InterruptedException {
      try (FaultInjector ended = injector) {
        List<FaultEvent> events = ended.await();
        assertThat(ended.failure()).isEmpty();
        return events.getFirst();
      }
    }

    @Override
    public RunningTarget target() {
      return target;
    }

    @Override
    public int cut(int sharePct, long seed) throws InterruptedException {
      return driver.get().cut(stage().users(), sharePct, seed);
    }

    @Override
    public void restarted(Component component) {
      // Nobody samples.
    }
  }
}
