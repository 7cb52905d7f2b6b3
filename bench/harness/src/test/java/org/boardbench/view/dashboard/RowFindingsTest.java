package org.boardbench.view.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.boardbench.results.table.StoredRow;
import org.junit.jupiter.api.Test;

class RowFindingsTest {
  private static RowFindings of(Map<String, String> cells) {
    return new RowFindings(StoredRow.of(cells));
  }

  @Test
  void aServerThatKeepsItsUsersAndLosesNothingHasNone() {
    RowFindings row = of(Map.of("valid", "true", "lost", "0", "disconnects", "0"));

    assertThat(row.verdict()).isEqualTo("valid");
    assertThat(row.isInvalid()).isFalse();
    assertThat(row.findings()).isEmpty();
  }

  @Test
  void saysWhatItDidToThem() {
    RowFindings row =
        of(
            Map.of(
                "valid", "false",
                "invalid_reasons", "stall 81 ms > 50 ms",
                "lost", "12",
                "expected", "20000",
                "owed_lost_pct", "12.3456",
                "disconnects", "1",
                "connect_failures", "3",
                "reordered", "2",
                "bottleneck", "thread"));

    assertThat(row.verdict()).isEqualTo("invalid: stall 81 ms > 50 ms");
    assertThat(row.findings())
        .containsExactly(
            "lost 12 of 20000 deliveries",
            "12.3 % of the owed lost",
            "1 disconnect",
            "3 refused joins",
            "2 reordered deliveries",
            "did not keep up, bottleneck: thread");
  }

  @Test
  void aRowOfAnEarlierVersionThatNobodyJudgedSaysSo() {
    assertThat(of(Map.of()).verdict()).isEqualTo("not judged");
  }
}
