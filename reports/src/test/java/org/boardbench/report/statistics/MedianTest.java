package org.boardbench.report.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.junit.jupiter.api.Test;

class MedianTest {
  /** The harness has the same file and expects the same of the table on the terminal. */
  @Test
  void theReportsMediansAreThoseOfTheTerminal() throws IOException {
    Map<String, StageGroup> groups =
        StageGroup.of(rows()).stream()
            .collect(Collectors.toMap(StageGroup::target, Function.identity()));

    assertThat(median(groups.get("odd"), StageTimes.RTT_P50_MS)).isEqualTo("0.834");
    assertThat(median(groups.get("odd"), StageTimes.RTT_P95_MS)).isEqualTo("6.00");
    assertThat(median(groups.get("even"), StageTimes.RTT_P50_MS)).isEqualTo("1.00");
    assertThat(median(groups.get("even"), StageTimes.RTT_P95_MS)).isEqualTo("12.3");
    assertThat(median(groups.get("one-valid"), StageTimes.RTT_P50_MS)).isEqualTo("2.00");
    assertThat(median(groups.get("one-valid"), StageTimes.RTT_P95_MS)).isEqualTo("3.12");
    assertThat(median(groups.get("none-valid"), StageTimes.RTT_P50_MS)).isEqualTo("450");
    assertThat(median(groups.get("none-valid"), StageTimes.RTT_P95_MS)).isEqualTo("501");
    assertThat(median(groups.get("not-judged"), StageTimes.RTT_P50_MS)).isEqualTo("1.50");
  }

  private static String median(StageGroup group, Column<StageRecord> figure) {
    return NumberText.rounded(group.spread(figure).median());
  }

  private static List<StoredStage> rows() throws IOException {
    try (InputStream file = MedianTest.class.getResourceAsStream("medians.csv")) {
      List<StoredStage> rows = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), UTF_8).lines().skip(1).toList()) {
        String[] cells = line.split(",", -1);
        rows.add(
            StageBuilder.row(cells[0], Integer.parseInt(cells[3]), Integer.parseInt(cells[2]))
                .with(StageCounts.STAGE, cells[1])
                .with(StageTimes.RTT_P50_MS, cells[5])
                .with(StageTimes.RTT_P95_MS, cells[6])
                .with(StageCosts.VALID, cells[4])
                .build());
      }
      return rows;
    }
  }
}
