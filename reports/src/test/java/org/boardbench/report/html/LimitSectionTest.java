package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageExtras;
import org.junit.jupiter.api.Test;

class LimitSectionTest {
  @Test
  void saysWhatAServerHadAndWhatItHadUsedUpWhenItCouldNotKeepUp() {
    String html =
        html(
            had("node-ws", 500).with(StageExtras.BOTTLENECK, "thread"),
            had("fastapi", 700).with(StageExtras.BOTTLENECK, "none"),
            had("fastapi", 500));

    assertThat(html)
        .startsWith("<section id=\"limits\">\n<h2>What limited the servers</h2>")
        .contains("<li><strong>thread</strong>: One thread of the server took all of a core")
        .contains(
            "<li><strong>none</strong>: It could not keep up, and nothing was found that it"
                + " lacked.</li>")
        .contains(
            "<th>Variant</th><th>Users</th><th>Cores available</th><th>Busiest thread (%)</th>"
                + "<th>Bottleneck</th>")
        .contains("<td>node-ws</td><td>500</td><td>1.60</td><td>99.5</td><td>thread</td>")
        .contains("<td>700</td><td>1.60</td><td>99.5</td><td>none</td>")
        .contains("<td>500</td><td>1.60</td><td>99.5</td><td></td>");
  }

  @Test
  void saysThatAllKeptUpWhereNoneWasLimited() {
    assertThat(html(had("node-ws", 500)))
        .contains("Every server kept up, as far as that was measured.");
  }

  @Test
  void showsAWordThatItDoesNotKnowAsPlainText() {
    assertThat(html(had("node-ws", 500).with(StageExtras.BOTTLENECK, "<i>disk</i>")))
        .contains(
            "<strong>&lt;i&gt;disk&lt;/i&gt;</strong>: A word that this report does not know.")
        .doesNotContain("<i>");
  }

  @Test
  void saysNothingOfAnOlderRunThoughItMeasuredCpu() {
    assertThat(html(StageBuilder.row("node-ws", 1, 500).with(StageCosts.CPU_MEAN_PCT, 80)))
        .isEmpty();
  }

  private static StageBuilder had(String target, int users) {
    return StageBuilder.row(target, 1, users)
        .with(StageExtras.CORES_AVAILABLE, 1.6)
        .with(StageExtras.BUSIEST_THREAD_PCT, 99.5);
  }

  private static String html(StageBuilder... rows) {
    return Templates.html(
        "section",
        new LimitSection(StageGroup.of(Arrays.stream(rows).map(StageBuilder::build).toList())));
  }
}
