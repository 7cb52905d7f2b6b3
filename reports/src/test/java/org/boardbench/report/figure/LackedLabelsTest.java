package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LackedLabelsTest {
  private static final double SLOW_MS = 3_000;

  @Test
  void standAtTheFirstLoadThatMostStartsDidNotKeep() {
    assertThat(
            labels(
                row(1, 100, 2, ""),
                row(2, 100, 2, ""),
                row(3, 100, 2, ""),
                row(1, 300, SLOW_MS, "thread"),
                row(2, 300, SLOW_MS, "cores"),
                row(3, 300, SLOW_MS, "thread"),
                row(1, 500, SLOW_MS, "cores"),
                row(2, 500, SLOW_MS, "cores"),
                row(3, 500, SLOW_MS, "cores")))
        .containsExactly("", "thread", "");
  }

  /** The ranking says that it kept that load, and a figure must not say otherwise. */
  @Test
  void doNotStandAtALoadThatMostStartsKept() {
    assertThat(labels(row(1, 100, 2, ""), row(2, 100, 2, ""), row(3, 100, SLOW_MS, "cores")))
        .containsExactly("");
  }

  @Test
  void doNotStandWhereNothingWasFoundThatItLacked() {
    assertThat(labels(row(1, 100, SLOW_MS, "none"))).containsExactly("");
    assertThat(labels(row(1, 100, SLOW_MS, ""))).containsExactly("");
  }

  private static StageBuilder row(int start, int users, double rttP95Ms, String bottleneck) {
    return StageBuilder.row("x", start, users)
        .with(StageCounts.STAGE, Integer.toString(users))
        .with(StageCounts.CONNECT_FAILURES, 0)
        .with(StageCounts.DISCONNECTS, 0)
        .with(StageExtras.OWED_LOST_PCT, 0)
        .with(StageExtras.BOTTLENECK, bottleneck)
        .with(StageTimes.RTT_P95_MS, rttP95Ms);
  }

  private static List<String> labels(StageBuilder... rows) {
    List<StoredStage> stages = Arrays.stream(rows).map(StageBuilder::build).toList();
    StoredRun run =
        new StoredRun(
            "run",
            JsonMapper.shared().readTree("{}"),
            List.of(),
            stages,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    List<StageGroup> groups = StageGroup.of(stages);
    LackedLabels labels = LackedLabels.of(run);
    return groups.stream().map(group -> labels.of(group, groups)).toList();
  }
}
