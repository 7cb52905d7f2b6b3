package org.boardbench.view.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.boardbench.account.ledger.LoopAccounts;
import org.boardbench.account.ledger.StageObservations;
import org.boardbench.account.ledger.StageWatch;
import org.boardbench.account.ledger.TrialAccounts;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.stage.DriverListener.Progress;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.scenario.BoardShare;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRunTest {
  private static final long MS = 1_000_000;
  private static final TrialId TRIAL = new TrialId("board-r1", "board", 1, 1);
  private static final StageSpec STAGE =
      new StageSpec(2, Duration.ofSeconds(1), Duration.ofSeconds(10));
  private long nowNs;
  private final LiveRun run = new LiveRun("1", () -> nowNs, () -> 1_790_000_000_000L);
  private final TrialAccounts accounts =
      new TrialAccounts(new WorkloadSpec(1, 1, 300), BoardShare.whole(1, 2), 1, () -> nowNs);
  private final LoopAccounts loop = accounts.loop(0);

  @BeforeEach
  void startATrial() throws InputException {
    run.accept(
        new RunEvent.RunStarted("paper-1", plan(), Optional.empty(), List.of(), Path.of("run")));
    run.accept(new RunEvent.TrialStarted(TRIAL));
    openStage(1);
    loop.joined(0);
    loop.joined(1);
  }

  private static ExperimentPlan plan() throws InputException {
    return new PlanReader(Set.of("board"))
        .read("paper", "stages: [ { users: 2, ramp: 1s, hold: 10s } ]", PlanOverrides.NONE);
  }

  private void openStage(int number) {
    accounts.openStage(number, STAGE, nowNs);
    StageWatch watch = accounts.watch();
    run.accept(new RunEvent.StageStarted(number, STAGE, () -> watch.snapshot(0)));
    accounts.hold(nowNs, nowNs + 10_000 * MS);
  }

  private StageResult closeStage() {
    StageResult result =
        accounts.closeStage(
            StageObservations.scheduled(0, planned -> planned.message(0, 0, 0, 300), 0));
    run.accept(
        new RunEvent.StageEnded(
            new StageRow(TRIAL, result, HoldCosts.UNKNOWN, new Verdict(List.of()))));
    return result;
  }

  private String send(int user, int stage) {
    String stamp =
        loop.sending(user, 0, new Phase(Phase.Kind.HOLD, stage), nowNs, nowNs, nowNs + MS)
            .toString();
    loop.sent(user);
    return "{\"stamp\":\"" + stamp + "\"}";
  }

  private void deliver(String message, int receiver, long afterMs) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    loop.frame(receiver, bytes, 0, bytes.length, nowNs + afterMs * MS);
  }

  /** All samples of the page, by series. */
  private Map<String, Double> samples() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    run.page().writeTo(text);
    Map<String, Double> samples = new TreeMap<>();
    text.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          int value = line.lastIndexOf(' ');
          samples.put(line.substring(0, value), Double.valueOf(line.substring(value + 1)));
        });
    return samples;
  }

  private static String hold(String name, int stage) {
    return "boardbench_"
        + name
        + "{phase=\"hold\",run=\"paper-1\",stage=\""
        + stage
        + "\",target=\"board\",trial=\"board-r1\"}";
  }

  @Test
  void lossIsKnownOnceTheStageHasEndedAndUntilThenOutstanding() throws IOException {
    deliver(send(0, 1), 0, 5);

    Map<String, Double> open = samples();
    assertThat(open)
        .containsEntry(hold("messages_sent_total", 1), 1.0)
        .containsEntry(hold("deliveries_expected_total", 1), 2.0)
        .containsEntry(hold("deliveries_total", 1), 1.0)
        .containsEntry(hold("deliveries_outstanding", 1), 1.0)
        .containsEntry(hold("rtt_seconds_sum", 1), 0.005)
        .doesNotContainKey(hold("deliveries_lost_total", 1));

    StageResult row = closeStage();

    assertThat(row.hold().lost()).isEqualTo(1);
    assertThat(samples())
        .containsEntry(hold("deliveries_lost_total", 1), 1.0)
        .containsEntry(hold("deliveries_outstanding", 1), 0.0)
        .containsEntry(hold("rtt_seconds_count", 1), (double) row.rtt().count());
  }

  @Test
  void usersWhoDropAndComeBackAreCountedAndSoIsWhatWasNotSentForThem() throws IOException {
    loop.left(1);
    loop.disconnected();
    loop.unserved(1, 0, new Phase(Phase.Kind.HOLD, 1), nowNs);
    loop.connectFailed();
    loop.connectFailed();
    loop.joined(1);
    loop.reconnected();

    assertThat(samples())
        .containsEntry(ofStage("disconnects_total"), 1.0)
        .containsEntry(ofStage("reconnects_total"), 1.0)
        .containsEntry(ofStage("connect_failures_total"), 2.0)
        .containsEntry(hold("messages_unserved_total", 1), 1.0);
    closeStage();
    assertThat(samples())
        .containsEntry(ofStage("disconnects_total"), 1.0)
        .containsEntry(hold("messages_unserved_total", 1), 1.0);
  }

  private static String ofStage(String name) {
    return hold(name, 1).replace("phase=\"hold\",", "");
  }

  @Test
  void noCounterGoesBackWhenAStageEndsAndTheNextOneBegins() throws IOException {
    Map<String, Double> last = Map.of();
    for (int stage = 1; stage <= 3; stage++) {
      if (stage > 1) {
        openStage(stage);
      }
      for (int message = 0; message < 5; message++) {
        deliver(send(0, stage), message % 2, 3);
        last = assertNoneIsLower(last, samples());
      }
      closeStage();
      last = assertNoneIsLower(last, samples());
      nowNs += 1_000 * MS;
    }
    assertThat(last).containsEntry(hold("messages_sent_total", 1), 5.0);
  }

  private static Map<String, Double> assertNoneIsLower(
      Map<String, Double> before, Map<String, Double> now) {
    before.forEach((series, value) -> {
      if (series.matches(".*(_total|_count|_sum|_bucket)\\{.*")) {
        assertThat(now).containsKey(series);
        assertThat(now.get(series)).as(series).isGreaterThanOrEqualTo(value);
      }
    });
    return now;
  }

  @Test
  void anEndedStageIsShownForHalfAMinuteSoThatItsTotalsAreScraped() throws IOException {
    send(0, 1);
    closeStage();
    openStage(2);

    nowNs += 29_000 * MS;
    assertThat(samples()).containsKey(hold("messages_sent_total", 1));
    nowNs += 2_000 * MS;
    assertThat(samples())
        .doesNotContainKey(hold("messages_sent_total", 1))
        .containsKey(hold("messages_sent_total", 2));
  }

  @Test
  void anEndedStageIsForgottenAlsoWhereNobodyScrapes() {
    WeakReference<StageResult> row = new WeakReference<>(closeStage());

    nowNs += 31_000 * MS;
    openStage(2);

    System.gc();
    assertThat(row.get()).isNull();
  }

  @Test
  void aTrialThatEndsTakesItsGaugesWithItAndLeavesItsStages() throws IOException {
    run.accept(new RunEvent.StageProgressed(new Progress(1, "hold", 2, 10, 0)));
    send(0, 1);
    assertThat(samples().keySet())
        .anyMatch(series -> series.startsWith("boardbench_users_joined{"));

    run.accept(
        new RunEvent.TrialEnded(
            new TrialRow(
                TRIAL,
                TrialRow.Status.FAILED,
                "died",
                Instant.EPOCH,
                1,
                Optional.empty(),
                OptionalInt.of(10))));

    assertThat(samples().keySet())
        .noneMatch(series -> series.startsWith("boardbench_users_joined{"))
        .contains(hold("messages_sent_total", 1));
  }

  @Test
  void aWarmUpIsSeenToRunButItsMessagesAreNotShown() throws IOException {
    run.accept(new RunEvent.StageStarted(0, STAGE, () -> null));
    run.accept(new RunEvent.StageProgressed(new Progress(0, "ramp", 1, 0, 0)));

    assertThat(samples().keySet())
        .filteredOn(series -> series.contains("stage=\"0\""))
        .hasSize(5)
        .allMatch(series -> series.startsWith("boardbench_stage_"));
  }
}
