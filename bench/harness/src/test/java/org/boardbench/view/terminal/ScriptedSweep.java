package org.boardbench.view.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.boardbench.account.ledger.ScriptedResult;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.driver.stage.DriverListener.Progress;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.verdict.Verdict;

/** A sweep of three trials, of which the second fails, and a clock that only the test moves. */
final class ScriptedSweep {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  int disconnects;
  int connectFailures;
  long owed = 8000;
  private long nowNs = 1_000_000_000_000L;

  long nowNs() {
    return nowNs;
  }

  void pass(Duration time) {
    nowNs += time.toNanos();
  }

  PrintStream out() {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  ExperimentPlan plan() {
    return plan(PlanOverrides.NONE);
  }

  private static ExperimentPlan plan(PlanOverrides overrides) {
    try {
      return new PlanReader(Set.of("fastapi-workers-redis", "node-ws", "spring-stomp"))
          .read(
              "sample.yaml",
              """
              stages:
                - { users: 100, ramp: 2s, hold: 8s }
                - { users: 1000, ramp: 2s, hold: 8s }
              """,
              overrides);
    } catch (InputException e) {
      throw new AssertionError(e);
    }
  }

  /** A run that a rule may end before its cap. */
  RunEvent.RunStarted ruledStarted() {
    return started("--repetitions", "3..5@10%");
  }

  /** A run whose second trial of each variant is there for a profile. */
  RunEvent.RunStarted profiledStarted() {
    return started("--profile", "1");
  }

  private static RunEvent.RunStarted started(String option, String value) {
    ExperimentPlan plan = plan(new PlanOverrides(Map.of(option, value), List.of()));
    return new RunEvent.RunStarted(
        "sample-1",
        plan,
        Optional.of(plan.stages()),
        TrialOrder.of(plan),
        Path.of("results/sample-1"));
  }

  RunEvent.RunStarted runStarted() {
    return started(Optional.of(plan().stages()));
  }

  /** The same, but nobody knows beforehand what its trials measure. */
  RunEvent.RunStarted searchStarted() {
    return started(Optional.empty());
  }

  private RunEvent.RunStarted started(Optional<List<StageSpec>> stages) {
    return new RunEvent.RunStarted(
        "sample-1", plan(), stages, TrialOrder.of(plan()), Path.of("results/sample-1"));
  }

  RunEvent.StageStarted stageStarted(int number) {
    return new RunEvent.StageStarted(number, plan().stages().get(number - 1), () -> null);
  }

  /** Everything but the end. */
  void play(ProgressView view) throws IOException {
    play(view, runStarted());
  }

  void play(ProgressView view, RunEvent.RunStarted run) throws IOException {
    view.accept(run);
    view.accept(new RunEvent.DriverWarmUpStarted());
    TrialId first = new TrialId("node-ws-r1", "node-ws", 1, 1);
    view.accept(new RunEvent.TrialStarted(first));
    pass(Duration.ofSeconds(3));
    playStage(view, first, 1);
    playStage(view, first, 2);
    pass(Duration.ofSeconds(1));
    view.accept(
        new RunEvent.TrialEnded(
            new TrialRow(
                first,
                TrialRow.Status.OK,
                "",
                Instant.EPOCH,
                24,
                Optional.empty(),
                OptionalInt.empty())));
    TrialId second = new TrialId("fastapi-workers-redis-r1", "fastapi-workers-redis", 1, 2);
    view.accept(new RunEvent.TrialStarted(second));
    pass(Duration.ofSeconds(60));
    view.accept(
        new RunEvent.TrialEnded(
            new TrialRow(
                second,
                TrialRow.Status.FAILED,
                "not ready after 60s\nlast line of its output",
                Instant.EPOCH,
                60,
                Optional.empty(),
                OptionalInt.empty())));
    view.accept(new RunEvent.TrialStarted(new TrialId("spring-stomp-r1", "spring-stomp", 1, 3)));
  }

  void playStage(ProgressView view, TrialId trial, int number) throws IOException {
    view.accept(stageStarted(number));
    pass(Duration.ofSeconds(10));
    view.accept(new RunEvent.StageProgressed(new Progress(number, "hold", 100, 26_999.6, 5)));
    view.accept(new RunEvent.StageEnded(row(trial, number)));
  }

  /** The second stage of the first trial is invalid. */
  private static Verdict verdict(int stage) {
    return new Verdict(
        stage == 1 ? List.of() : List.of(new Reason(ReasonCode.RUN_DELAY, 12.34, 5)));
  }

  private static Map<String, Integer> counts(String reason, int number) {
    return number == 0 ? Map.of() : Map.of(reason, number);
  }

  private StageRow row(TrialId trial, int number) {
    TimeFigures times = new TimeFigures(9, 1e6, 834_000, 12_440_000, 1_240_000_000, 0, 0);
    ScriptedResult stage = new ScriptedResult();
    stage.number = number;
    stage.spec = plan().stages().get(number - 1);
    stage.holdEndNs = 8_000_000_000L;
    stage.joined = 100;
    stage.connectFailures = counts("error: board is full", connectFailures);
    stage.disconnects = counts("closed 1006 by server", disconnects);
    stage.connect = times;
    stage.join = times;
    stage.hold = new MessageCounts(800, 800, 8000, 7997, 0, 0, 0, 0);
    stage.ramp = new MessageCounts(10, 10, 50, 49, 0, 0, 0, 0);
    stage.owed = new OwedDeliveries(owed, 0, 0);
    stage.receivedInHold = 7997;
    stage.rtt = times;
    stage.service = times;
    stage.delivery = times;
    stage.sendDelay = times;
    stage.driverSendDelay = times;
    stage.reach = new StageRecord.Reach(times, times, times);
    return new StageRow(trial, stage.result(), HoldCosts.UNKNOWN, verdict(number));
  }
}
