package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.driver.socket.SocketLoops;
import org.boardbench.measure.EpochClock;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOption;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.StageSpec;
import org.boardbench.plan.TrialOrder;
import org.boardbench.plan.TrustOptions;
import org.boardbench.protocol.Likeness;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.store.ResultStore;
import org.boardbench.store.RunOrigin;
import org.boardbench.store.TrialRow;
import org.boardbench.store.TrialRow.Status;
import org.boardbench.target.Endpoint;
import org.boardbench.target.Launcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Errors of the JVM in the middle of a run cost the trial that met them, not the run. */
@Timeout(120)
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
                    PlanOption.USERS, "4",
                    PlanOption.REPETITIONS, Integer.toString(repetitions),
                    PlanOption.RAMP, "200ms",
                    PlanOption.RATE, "20",
                    PlanOption.HOLD, "1s"),
                List.of()));
  }

  @Test
  void anErrorOnTheStagesThreadFailsItsTrialAndTheNextOneRuns() throws Exception {
    RunListener failsOnce =
        new RunListener() {
          private int stages;

          @Override
          public void stageStarted(int number, StageSpec stage) {
            if (stages++ == 0) {
              throw new StackOverflowError();
            }
          }
        };
    Path out = folder.resolve("out");

    Sweep.Outcome outcome =
        new Sweep(plan(2), folder, failsOnce, (plan, loops, clock) -> {})
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
    List<String> notes = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void noted(String sentence) {
            notes.add(sentence);
          }
        };
    Path out = folder.resolve("out");

    Sweep.Outcome outcome =
        new Sweep(
                plan(1),
                folder,
                listener,
                (plan, loops, clock) -> {
                  throw new OutOfMemoryError("Java heap space");
                })
            .run(folder, Optional.of(out));

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(notes)
        .singleElement()
        .asString()
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
      TrialRunner runner =
          new TrialRunner(plan, store, new RunListener() {}, loops, clock, Clock.systemUTC());

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
    public Likeness likeness(String body, byte[] message) {
      return raw.likeness(body, message);
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
