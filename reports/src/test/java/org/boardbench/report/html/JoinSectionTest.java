package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageExtras;
import org.junit.jupiter.api.Test;

class JoinSectionTest {
  @Test
  void saysHowFastAServerTookUsersIn() {
    String html =
        html(
            StageBuilder.row("node-ws", 1, 500)
                .with(StageExtras.CONNECT_P50_MS, 0.71)
                .with(StageExtras.JOIN_P99_MS, 1_200),
            StageBuilder.row("node-ws", 2, 500)
                .with(StageExtras.CONNECT_P50_MS, 0.75)
                .with(StageExtras.JOIN_P99_MS, 1_400));

    assertThat(html)
        .startsWith("<section id=\"joining\">\n<h2>Connecting and joining</h2>")
        .contains("<th>Users</th><th>Connect p50 (ms)</th><th>Join p99 (ms)</th></tr>")
        .contains("<td>node-ws</td><td>500</td><td>0.730</td><td>1300</td>");
  }

  @Test
  void saysNothingOfAnOlderRunThoughItMeasuredCpu() {
    assertThat(html(StageBuilder.row("node-ws", 1, 500).with(StageCosts.CPU_MEAN_PCT, 80)))
        .isEmpty();
  }

  private static String html(StageBuilder... rows) {
    return Templates.html(
        "section",
        new JoinSection(StageGroup.of(Arrays.stream(rows).map(StageBuilder::build).toList())));
  }
}
