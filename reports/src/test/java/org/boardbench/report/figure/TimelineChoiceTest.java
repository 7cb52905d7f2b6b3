package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TimelineChoiceTest {
  private final List<StoredStage> rows = new ArrayList<>();
  private final List<StoredTrial> trials = new ArrayList<>();

  @Test
  void fewAreTheFastestTheMiddleAndTheSlowestAtTheGreatestLoad() {
    start(1, 30);
    start(2, 50);
    start(3, 10);
    start(4, 20);
    start(5, 40);

    assertThat(TimelineChoice.FEW.of(run(), "x"))
        .extracting(StoredTrial::repetition)
        .containsExactly(1, 2, 3);
    assertThat(TimelineChoice.FEW.note(run(), "x")).startsWith("Of 5 starts the fastest");
    assertThat(TimelineChoice.ONE.of(run(), "x"))
        .extracting(StoredTrial::repetition)
        .containsExactly(1);
    assertThat(TimelineChoice.ONE.note(run(), "x")).startsWith("Of 5 starts the middle one is");
    assertThat(TimelineChoice.ALL.of(run(), "x")).hasSize(5);
    assertThat(TimelineChoice.ALL.note(run(), "x")).isEmpty();
  }

  @Test
  void aStartThatDidNotComeToTheGreatestLoadIsTheSlowest() {
    start(1, 30);
    start(2, 50);
    start(3, 10);
    rows.add(row(4, 100, 1));
    trials.add(trial(4));

    assertThat(TimelineChoice.FEW.of(run(), "x"))
        .extracting(StoredTrial::repetition)
        .containsExactly(1, 3, 4);
  }

  @Test
  void threeAreAllDrawn() {
    start(1, 30);
    start(2, 50);
    start(3, 10);

    assertThat(TimelineChoice.FEW.of(run(), "x")).hasSize(3);
    assertThat(TimelineChoice.FEW.note(run(), "x")).isEmpty();
  }

  private void start(int repetition, double p95Ms) {
    rows.add(row(repetition, 100, 100 - p95Ms));
    rows.add(row(repetition, 500, p95Ms));
    trials.add(trial(repetition));
  }

  private static StoredStage row(int repetition, int users, double p95Ms) {
    return StageBuilder.row("x", repetition, users).with(StageTimes.RTT_P95_MS, p95Ms).build();
  }

  private static StoredTrial trial(int repetition) {
    String id = StageBuilder.row("x", repetition, 1).build().trialId();
    return new StoredTrial(id, "x", repetition, "ok", "", 60);
  }

  private StoredRun run() {
    return new StoredRun(
        "run",
        JsonMapper.shared().readTree("{}"),
        trials,
        rows,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
