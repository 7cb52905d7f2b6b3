package org.boardbench.findings.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.Estimate;
import org.junit.jupiter.api.Test;

class WatchedFiguresTest {
  private final List<StoredStage> rows = new ArrayList<>();

  @Test
  void areRttAndTpsOfEveryVariantAtTheLoadsThatItKeeps() {
    for (int start = 1; start <= 3; start++) {
      add("a", start, 100, 2);
      add("a", start, 300, 5_000);
      add("b", start, 100, 3);
      add("b", start, 300, 4);
    }

    Map<String, Estimate> watched = WatchedFigures.of(rows);

    assertThat(watched)
        .containsOnlyKeys(
            "a RTT p95 at 100 users",
            "a TPS at 100 users",
            "b RTT p95 at 100 users",
            "b TPS at 100 users",
            "b RTT p95 at 300 users",
            "b TPS at 300 users");
    assertThat(watched.get("b RTT p95 at 300 users").mean().orElseThrow()).isEqualTo(4.0);
    assertThat(watched.get("b TPS at 300 users").starts()).isEqualTo(3);
  }

  @Test
  void areOfValidStartsOnly() {
    add("a", 1, 100, 2);
    add("a", 2, 100, 2);
    rows.add(row("a", 3, 100, 9).invalid().build());

    assertThat(WatchedFigures.of(rows).get("a RTT p95 at 100 users").starts()).isEqualTo(2);
  }

  private void add(String variant, int start, int users, double rttP95Ms) {
    rows.add(row(variant, start, users, rttP95Ms).build());
  }

  private static StageBuilder row(String variant, int start, int users, double rttP95Ms) {
    return StageBuilder.row(variant, start, users)
        .with(StageTimes.RTT_P95_MS, rttP95Ms)
        .with(StageCounts.TPS, 1_000)
        .with(StageCounts.CONNECT_FAILURES, 0)
        .with(StageCounts.DISCONNECTS, 0)
        .with(StageExtras.OWED_LOST_PCT, 0);
  }
}
