package org.boardbench.view.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.boardbench.account.ledger.ScriptedTrial;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.ledger.StageObservations;
import org.boardbench.account.ledger.StageWatch;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.driver.stage.DriverListener.Progress;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.ResourceUsage;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.verdict.Verdict;
import org.boardbench.view.web.EventLog;
import org.boardbench.view.web.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two users on one board, whose every message a test scripts, and what pages hear of them. */
class LiveFeedTest {
  private static final long MS = ScriptedTrial.MS;
  private static final TrialId TRIAL = new TrialId("board-r1", "board", 1, 1);

  private final EventLog log = new EventLog("t");
  private long nowNs;
  private final LiveFeed feed =
      new LiveFeed(log, "1.2", () -> nowNs, () -> 1_790_000_000_000L, () -> {});
  private final ScriptedTrial trial = new ScriptedTrial(2, 1, 1);

  @BeforeEach
  void startATrial() throws Exception {
    ExperimentPlan plan = plan();
    feed.accept(
        new RunEvent.RunStarted(
            "paper-1", plan, Optional.of(plan.stages()), TrialOrder.of(plan), Path.of("run")));
    feed.accept(new RunEvent.TrialStarted(TRIAL));
    sample(0);
    openStage(1);
    trial.loopOf(0).joined(0);
    trial.loopOf(1).joined(1);
    trial.at(1000).accounts.hold(1000 * MS, 11_000 * MS);
    feed.accept(new RunEvent.StageProgressed(new Progress(1, "hold", 2, 0, 0)));
  }

  private static ExperimentPlan plan() throws InputException {
    return new PlanReader(Set.of("board"))
        .read(
            "paper",
            """
            description: what for
            repetitions: 2
            thresholds: { rtt_p95_ms: "< 50" }
            stages: [ { users: 2, ramp: 1s, hold: 10s } ]
            """,
            PlanOverrides.NONE);
  }

  private void openStage(int number) throws Exception {
    trial.open(number);
    StageWatch watch = trial.accounts.watch();
    feed.accept(
        new RunEvent.StageStarted(number, plan().stages().getFirst(), () -> watch.snapshot(0)));
  }

  /** Half of the server's time so far it has been on a core. */
  private void sample(long ms) throws IOException {
    ResourceUsage server =
        new ResourceUsage(
            "server",
            OptionalLong.of(ms * MS / 2),
            OptionalLong.of(64L << 20),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            "proc",
            new ResourceUsage.Limits(OptionalDouble.empty(), OptionalLong.empty()),
            Map.of());
    ResourceSnapshot snapshot = new ResourceSnapshot(ms * MS, List.of(server), Optional.empty());
    feed.accept(new RunEvent.ResourcesSampled(snapshot, new Traffic(0, 0)));
  }

  private void endStage(Verdict verdict, long... plannedMs) throws IOException {
    trial.at(12_000);
    StageResult result =
        trial.accounts.closeStage(
            StageObservations.scheduled(
                0,
                planned -> {
                  for (long ms : plannedMs) {
                    planned.message(0, 0, ms * MS, 300);
                  }
                },
                12_000 * MS));
    feed.accept(new RunEvent.StageEnded(new StageRow(TRIAL, result, HoldCosts.UNKNOWN, verdict)));
  }

  private static TrialRow ended(TrialRow.Status status, String reason) {
    return new TrialRow(
        TRIAL, status, reason, Instant.EPOCH, 1, Optional.empty(), OptionalInt.empty());
  }

  private List<String> kinds() {
    return Told.by(log).stream().map(Told::kind).toList();
  }

  private JsonNode last(String kind) {
    return Told.all(Told.by(log), kind).getLast();
  }

  @Test
  void aPageHearsFirstWhatTheRunIs() {
    assertThat(kinds()).startsWith("hello", "run", "trial", "stage");
    assertThat(last("hello").path("live").asBoolean()).isTrue();
    assertThat(last("hello").path("columns").size()).isEqualTo(RunFeed.SHOWN.size());
    JsonNode run = last("run");
    assertThat(run.path("id").asString()).isEqualTo("paper-1");
    assertThat(run.path("experiment").asString()).isEqualTo("paper");
    assertThat(run.path("description").asString()).isEqualTo("what for");
    assertThat(run.path("trials").asInt()).isEqualTo(2);
    assertThat(run.path("thresholds").path("rtt_p95_ms").asString()).isEqualTo("< 50");
    assertThat(run.path("driver_cpu_limit_pct").asDouble())
        .as("85 % of each core that is the driver's")
        .isGreaterThanOrEqualTo(85);
    assertThat(last("trial").path("position").asInt()).isEqualTo(1);
    assertThat(last("stage").path("users").asInt()).isEqualTo(2);
  }

  @Test
  void eachSecondIsWhatHasBeenCountedSinceTheOneBefore() throws Exception {
    trial.deliverTo(trial.send(0, 1000), 1005, 0, 1);
    sample(1000);

    JsonNode second = last("second");
    assertThat(second.path("second").asInt()).isZero();
    assertThat(second.path("phase").asString()).isEqualTo("hold");
    JsonNode figures = second.path("figures");
    assertThat(figures.path("users").asInt()).isEqualTo(2);
    assertThat(figures.path("tps_sent").asDouble()).isEqualTo(1);
    assertThat(figures.path("tps_received").asDouble()).isEqualTo(2);
    assertThat(figures.path("rtt_p95_ms").asDouble()).isEqualTo(5);
    assertThat(figures.path("reach_100_p95_ms").asDouble()).isEqualTo(5);
    assertThat(figures.path("not_there_pct").asDouble()).isZero();
    assertThat(figures.has("owed_lost_pct")).as("nobody can know that yet").isFalse();
    assertThat(second.path("cpu").path("server").asDouble()).isEqualTo(50);
    assertThat(second.path("memory").path("server").asDouble()).isEqualTo(64);

    trial.deliver(trial.send(0, 2000), 0, 2001);
    sample(3000);

    figures = last("second").path("figures");
    assertThat(last("second").path("second").asInt()).as("it ends now").isEqualTo(2);
    assertThat(figures.path("tps_received").asDouble()).isEqualTo(0.5);
    assertThat(figures.path("rtt_p95_ms").asDouble()).isEqualTo(1);
    assertThat(figures.has("reach_100_p95_ms")).isFalse();
    assertThat(figures.path("not_there_pct").asDouble()).isEqualTo(25);
  }

  @Test
  void whenAStageHasEndedItsSecondsAreThoseOfItsRows() throws Exception {
    trial.deliverTo(trial.send(0, 1000), 1005, 0, 1);
    sample(1000);
    sample(2000);
    Message halfLost = trial.send(0, 2000);
    trial.deliver(halfLost, 0, 2004);
    sample(3000);
    endStage(new Verdict(List.of()), 1000, 2000);

    assertThat(kinds()).doesNotContain("second").endsWith("seconds", "row");
    JsonNode seconds = last("seconds");
    List<Integer> numbers =
        IntStream.range(0, seconds.path("second").size())
            .map(index -> seconds.path("second").path(index).asInt())
            .boxed()
            .toList();
    assertThat(numbers).isEqualTo(IntStream.range(0, 12).boxed().toList());
    JsonNode figures = seconds.path("figures");
    assertThat(figures.path("rtt_p95_ms").path(1).asDouble()).isBetween(4.99, 5.01);
    assertThat(figures.path("owed_lost_pct").path(1).asDouble()).isZero();
    assertThat(figures.path("owed_lost_pct").path(2).asDouble()).isEqualTo(50);
    assertThat(figures.has("not_there_pct")).isFalse();
    assertThat(figures.path("reach_100_p95_ms").path(0).asDouble())
        .as("no file has it, so it stays as it was seen")
        .isEqualTo(5);
    assertThat(seconds.path("cpu").path("server").path(2).asDouble()).isEqualTo(50);
    assertThat(seconds.path("cpu").path("server").path(9).isNull()).isTrue();
  }

  @Test
  void aRowComesWithItsVerdictAndWithWhatItsServerDid() throws Exception {
    trial.deliver(trial.send(0, 1000), 0, 1005);
    endStage(new Verdict(List.of(new Reason(ReasonCode.RUN_DELAY, 12.34, 5))), 1000);

    JsonNode row = last("row");
    assertThat(row.path("trial").asString()).isEqualTo("board-r1");
    assertThat(row.path("verdict").asString()).startsWith("invalid: run-delay 12.3 % > 5 %");
    assertThat(row.path("invalid").asBoolean()).isTrue();
    assertThat(row.path("cells").path("lost").asString()).isEqualTo("1");
    assertThat(row.path("cells").path("users").asString()).isEqualTo("2");
    assertThat(row.path("findings").toString())
        .contains("lost 1 of 2 deliveries", "50.0 % of the owed lost");
  }

  @Test
  void betweenTwoStagesNoSecondIsTold() throws Exception {
    sample(1000);
    endStage(new Verdict(List.of()));
    sample(12_100);
    assertThat(kinds()).doesNotContain("second");

    openStage(2);
    sample(13_100);

    assertThat(last("second").path("second").asInt()).isEqualTo(12);
    assertThat(last("second").path("stage").asInt()).isEqualTo(2);
  }

  @Test
  void secondsOfAStageThatBreaksOffStayAndTheReasonIsTold() throws Exception {
    sample(1000);
    feed.accept(new RunEvent.TrialEnded(ended(TrialRow.Status.FAILED, "died\nlast words")));

    assertThat(kinds()).contains("second");
    assertThat(last("end").path("status").asString()).isEqualTo("failed");
    assertThat(last("end").path("reason").asString()).isEqualTo("died\nlast words");
  }

  @Test
  void everyEventSaysHowLongTheRunTakes() throws Exception {
    nowNs += Duration.ofSeconds(30).toNanos();
    feed.accept(new RunEvent.TrialEnded(ended(TrialRow.Status.OK, "")));

    JsonNode time = last("end").path("time");
    assertThat(time.path("elapsed_s").asDouble()).isEqualTo(30);
    assertThat(time.path("left_s").asDouble()).as("one more like it").isEqualTo(30);
    assertThat(time.path("at_ms").asLong()).isEqualTo(1_790_000_000_000L);
  }

  @Test
  void aPageThatComesAtTheEndHearsWhatOneFromTheStartKnows() throws Exception {
    List<Told> early = Told.by(log);
    sample(1000);
    endStage(new Verdict(List.of()));
    feed.accept(new RunEvent.Noted("mind the gap"));

    List<Told> late = Told.by(log);
    assertThat(late).containsAll(early);
    assertThat(late.subList(early.size(), late.size()))
        .extracting(Told::kind)
        .containsExactly("seconds", "row", "note");
  }
}
