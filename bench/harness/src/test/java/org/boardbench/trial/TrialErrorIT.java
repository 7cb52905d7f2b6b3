package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.boardbench.core.Endpoint;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.fleet.LocalFleet;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.store.ResultStore;
import org.boardbench.store.TrialRow;
import org.boardbench.store.TrialRow.Status;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.Heard;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.trial.source.StageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Errors of the JVM in the middle of a run cost the trial that met them, not the run. */
@Timeout(600)
class TrialErrorIT {
  @TempDir private Path folder;
  private final ReferenceServer server = ReferenceServer.start(FaultScript.none());

  @AfterEach
  void stop() {
    server.close();
  }

  private ExperimentPlan plan(int repetitions) throws Exception {
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(
                server.uri().toString(), Optional.empty(), List.of(), TrustOptions.NONE),
            new PlanOverrides(
                Map.of(
                    "--users", "4",
                    "--repetitions", Integer.toString(repetitions),
                    "--ramp", "200ms",
                    "--rate", "20",
                    "--hold", "1s"),
                List.of()));
  }

  @Test
  void anErrorOnTheStagesThreadFailsItsTrialAndTheNextOneRuns() throws Exception {
    AtomicBoolean hasFailed = new AtomicBoolean();
    ExperimentPlan plan = plan(2);
    StageSource failsOnce =
        rows -> {
          if (!hasFailed.getAndSet(true)) {
            throw new StackOverflowError();
          }
          return StageSource.of(plan.stages()).next(rows);
        };
    Path out = folder.resolve("out");

    Sweep.Outcome outcome =
        ProjectSpecimen.coldSweep(plan, folder, EventBus.toNobody(), failsOnce)
            .run(folder, Optional.of(out));

    assertThat(outcome).isEqualTo(Sweep.Outcome.SOME_FAILED);
    List<CSVRecord> trials = ProjectSpecimen.rows(out.resolve("trials.csv"));
    assertThat(trials).extracting(row -> row.get("status")).containsExactly("failed", "ok");
    assertThat(trials.getFirst().get("reason"))
        .isEqualTo("internal error: java.lang.StackOverflowError");
    assertThat(ProjectSpecimen.rows(out.resolve("stages.csv"))).hasSize(1);
  }

  @Test
  void aWarmUpThatFailsIsNotedAndTheTrialsRun() throws Exception {
    ExperimentPlan once = plan(1);
    Heard<RunEvent> heard = new Heard<>();
    Path out = folder.resolve("out");

    Sweep.Outcome outcome =
        new Sweep(
                once,
                folder,
                heard.bus(),
                StageSource.of(once.stages()),
                (plan, loops, clock) -> {
                  throw new OutOfMemoryError("Java heap space");
                })
            .run(folder, Optional.of(out));

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(heard.all(RunEvent.Noted.class))
        .singleElement()
        .extracting(RunEvent.Noted::sentence, InstanceOfAssertFactories.STRING)
        .startsWith("Note: the driver has not warmed up")
        .contains("BOARDBENCH_HEAP=");
    assertThat(ProjectSpecimen.rows(out.resolve("stages.csv"))).hasSize(1);
  }

  @Test
  void anErrorOnADriverLoopFailsItsTrialInOneLine() throws Exception {
    ExperimentPlan plan = plan(1);
    EpochClock clock = EpochClock.startingNow();
    SocketLoops loops = SocketLoops.best();
    RunOrigin origin = RunOrigin.here(clock.epoch(), folder, DriverLoops.record(loops));
    try (ResultStore store =
        ResultStore.create(folder, Optional.of(folder.resolve("out")), plan, origin)) {
      LocalFleet fleet = new LocalFleet(List.of(loops), (asked, on, by) -> {});
      fleet.join(clock);
      TrialRunner runner =
          new TrialRunner(
              new RunContext(
                  plan,
                  StageSource.of(plan.stages()),
                  store,
                  EventBus.toNobody(),
                  fleet,
                  loops,
                  clock,
                  Onlooker.NONE),
              Clock.systemUTC());

      TrialRow row =
          runner.run(
              store.begin(TrialOrder.of(plan).getFirst()),
              new FailsInTheHold(),
              Launcher.external(new Endpoint(server.uri(), Map.of())),
              () -> false);

      assertThat(row.status()).isEqualTo(Status.FAILED);
      assertThat(row.reason()).isEqualTo("internal error: java.lang.AssertionError: out of step");
    }
  }

  /** The raw protocol until the first message of the hold. */
  private static final class FailsInTheHold implements Protocol {
    private final Protocol raw = Protocols.usual();

    @Override
    public String name() {
      return raw.name();
    }

    @Override
    public MessageIntegrity integrity(String body, byte[] message) {
      return raw.integrity(body, message);
    }

    @Override
    public UserSession session(UserIdentity user, MessageBody body) {
      UserSession session = raw.session(user, body);
      return (UserSession)
          Proxy.newProxyInstance(
              UserSession.class.getClassLoader(),
              new Class<?>[] {UserSession.class},
              (proxy, method, arguments) -> call(session, method, arguments));
    }

    private static Object call(UserSession session, Method method, Object[] arguments)
        throws Throwable {
      if (method.getName().equals("message") && arguments[0].toString().contains(".h1.")) {
        throw new AssertionError("out of step");
      }
      try {
        return method.invoke(session, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
