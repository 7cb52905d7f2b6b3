package org.boardbench.findings.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FloorsTest {
  private final List<StoredStage> rows = new ArrayList<>();

  /** Else the servers would be told from it alone, and not from each other. */
  @Test
  void theFloorComesFirstAndHasNoRankAmongTheOthers() {
    times("reference", 0.5);
    times("a", 2);
    times("b", 9);

    RunSummary run =
        RunSummary.of(
            RunStarts.of(rows),
            List.of("a", "b", "reference"),
            floors("{}")::has,
            0.95,
            Optional.empty());

    assertThat(run.bestFirst())
        .extracting(place -> place.rankWords() + " " + place.variant())
        .containsExactly("floor reference", "1 a", "2 b");
  }

  @Test
  void aPlanSaysWhichVariantsAreTheFloor() {
    Floors floors =
        floors(
            """
            {"targets": [{"name": "bare", "target": "reference"},
              {"name": "reference", "target": "other"}, "reference@docker"]}
            """);

    assertThat(List.of("bare", "reference", "reference@docker", "x"))
        .filteredOn(floors::has)
        .containsExactly("bare", "reference@docker");
  }

  private static Floors floors(String plan) {
    return new Floors(JsonMapper.shared().readTree(plan));
  }

  private void times(String variant, double rttP95Ms) {
    for (int start = 1; start <= 3; start++) {
      rows.add(
          StageBuilder.row(variant, start, 100)
              .with(StageTimes.RTT_P95_MS, rttP95Ms + start / 100.0)
              .with(StageCounts.CONNECT_FAILURES, 0)
              .with(StageCounts.DISCONNECTS, 0)
              .with(StageExtras.OWED_LOST_PCT, 0)
              .build());
    }
  }
}
