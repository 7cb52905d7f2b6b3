package org.boardbench.findings.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.statistics.FigureKind;
import org.junit.jupiter.api.Test;

class ClassRowsTest {
  private static final StoredRow<ClassRecord> CURSOR =
      StoredRow.of(
          Map.of(
              "trial_id", "a-r1",
              "target", "a",
              "repetition", "1",
              "stage", "1",
              "users", "100",
              "class", "cursor",
              "rtt_p95_ms", "4",
              "late_pct", "7.5"));

  private static StageBuilder stage() {
    return StageBuilder.row("a", 1, 100)
        .with(StageTimes.RTT_P95_MS, 40)
        .with(StageCounts.HOLD_S, 20)
        .with(StageCosts.CPU_MEAN_PCT, 90);
  }

  @Test
  void aRowOfAClassHasItsOwnFiguresAndWhatItsStageSaysOfAllMessages() {
    StoredStage row = ClassRows.of(CURSOR, stage().build());

    assertThat(row.target()).isEqualTo("a");
    assertThat(row.users()).isEqualTo(100);
    assertThat(row.figure(StageTimes.RTT_P95_MS)).isEqualTo(4);
    assertThat(row.figure(ClassRows.LATE_PCT)).isEqualTo(7.5);
    assertThat(row.figure(StageCounts.HOLD_S)).isEqualTo(20);
    assertThat(row.isValid()).isTrue();
    assertThat(row.figure(StageCosts.CPU_MEAN_PCT)).as("of no class alone").isNaN();
  }

  @Test
  void whatIsLateIsNotKnownWhereTimesDoNotCount() {
    StoredStage row = ClassRows.of(CURSOR, stage().invalid().build());

    assertThat(row.isValid()).isFalse();
    assertThat(row.figure(ClassRows.LATE_PCT)).isNaN();
  }

  @Test
  void classesHaveFiguresOfStagesAndTheirOwn() {
    assertThat(ClassRows.figure("rtt_p95_ms")).contains(StageFigure.of("rtt_p95_ms").orElseThrow());
    assertThat(ClassRows.figure("late_pct").orElseThrow().unit()).isEqualTo("%");
    assertThat(ClassRows.figure("late_pct").orElseThrow().isCounted()).isTrue();
    assertThat(ClassRows.figure("point_age_p95_ms").orElseThrow().kind())
        .as("no figure of an invalid row")
        .isEqualTo(FigureKind.TIME);
    assertThat(ClassRows.figure("cpu_mean_pct")).isEmpty();
    assertThat(ClassRows.figure("class")).isEmpty();
    assertThat(ClassRows.names()).contains("rtt_p95_ms", "owed_lost_pct", "late_pct");
  }
}
