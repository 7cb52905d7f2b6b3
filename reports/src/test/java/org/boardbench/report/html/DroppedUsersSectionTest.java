package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.junit.jupiter.api.Test;

class DroppedUsersSectionTest {
  @Test
  void saysOfEachRowWhoWasLostWhyAndWhatThatTookAway() {
    String html =
        html(
            lost("node-ws", 1)
                .with(StageExtras.DISCONNECT_CAUSES, "closed 1011 by server ×117; reset ×3")
                .with(StageExtras.CONNECT_FAILURE_CAUSES, "connection refused ×20"),
            kept("fastapi"));

    assertThat(html)
        .startsWith("<section id=\"dropped\">\n<h2>Users whose connection failed</h2>")
        .contains(
            "<th>Trial</th><th>Users</th><th>Joined</th><th>Disconnects</th><th>Reconnects</th>"
                + "<th>Failed connects or joins</th><th>Unserved messages</th>"
                + "<th>Loss of owed (%)</th><th>Loss of expected (%)</th><th>Causes</th>")
        .contains(
            "<td>node-ws-r1</td><td>500</td><td>480 of 500</td><td>120</td><td>90</td><td>20</td>"
                + "<td>6000</td><td>31.0</td><td>4.20</td>"
                + "<td>closed 1011 by server ×117; reset ×3; connection refused ×20</td>")
        .contains("is a finding, and no reason against a row")
        .doesNotContain("fastapi-r1");
  }

  @Test
  void showsARowThatOneKindOfLossIsIn() {
    for (Column<StageRecord> figure :
        List.of(StageCounts.DISCONNECTS, StageCounts.CONNECT_FAILURES, StageExtras.UNSERVED)) {
      assertThat(html(kept("node-ws").with(figure, 1))).contains("<td>node-ws-r1</td>");
    }
    assertThat(html(kept("node-ws").with(StageCounts.JOINED, 499))).contains("499 of 500");
  }

  @Test
  void saysThatNobodyWasLostWhereThatWasMeasured() {
    assertThat(html(kept("node-ws")))
        .contains("No user was refused or dropped in any row.")
        .doesNotContain("<table");
  }

  @Test
  void saysNothingOfAnOlderRunThatCouldNotTell() {
    assertThat(html(StageBuilder.row("node-ws", 1, 500).with(StageCounts.DISCONNECTS, 3)))
        .isEmpty();
  }

  @Test
  void leavesACellEmptyThatWasNotMeasured() {
    assertThat(html(kept("node-ws").with(StageCounts.CONNECT_FAILURES, 2)))
        .contains(
            "<td>500 of 500</td><td>0</td><td></td><td>2</td><td>0</td><td>0</td><td></td><td></td>");
  }

  @Test
  void showsWhatAServerWordedAsPlainText() {
    String html =
        html(
            lost("node-ws", 1)
                .with(
                    StageExtras.DISCONNECT_CAUSES,
                    "closed 4000 by server: <script>alert('1')</script>&amp;</td> ×2"));

    assertThat(html)
        .contains(
            "<td>closed 4000 by server: &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;"
                + "&lt;/td&gt; ×2</td>")
        .doesNotContain("<script");
  }

  @Test
  void showsControlCharactersAndTurnsOfTheReadingDirectionAsSignsInTheirPlace() {
    String html =
        html(
            lost("node-ws", 1)
                .with(
                    StageExtras.CONNECT_FAILURE_CAUSES,
                    "handshake: \u0000\u001b[2J\u0085\u007f \u202egnp.exe\u2067\u200f שלום ×2"));

    assertThat(html)
        .contains("handshake: \ufffd\ufffd[2J\ufffd\ufffd \ufffdgnp.exe\ufffd\ufffd שלום ×2</td>");
    assertThat(html.chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
  }

  @Test
  void cutsWhatIsTooLongToReadAndSaysWhereAllOfItIs() {
    String html =
        html(lost("node-ws", 1).with(StageExtras.DISCONNECT_CAUSES, "😀".repeat(50_000) + " ×1"));

    assertThat(html).contains("😀😀… (see stages.csv)</td>").hasSizeLessThan(4_000);
  }

  private static StageBuilder lost(String target, int repetition) {
    return StageBuilder.row(target, repetition, 500)
        .with(StageCounts.JOINED, 480)
        .with(StageCounts.DISCONNECTS, 120)
        .with(StageExtras.RECONNECTS, 90)
        .with(StageCounts.CONNECT_FAILURES, 20)
        .with(StageExtras.UNSERVED, 6_000)
        .with(StageExtras.OWED_LOST_PCT, 31)
        .with(StageCounts.LOSS_PCT, 4.2);
  }

  private static StageBuilder kept(String target) {
    return StageBuilder.row(target, 1, 500)
        .with(StageCounts.JOINED, 500)
        .with(StageCounts.DISCONNECTS, 0)
        .with(StageCounts.CONNECT_FAILURES, 0)
        .with(StageExtras.UNSERVED, 0)
        .with(StageExtras.OWED_LOST_PCT, 0);
  }

  private static String html(StageBuilder... rows) {
    return Templates.html(
        "section",
        new DroppedUsersSection(
            List.of(rows).stream().map(StageBuilder::build).toList(), Comparator.naturalOrder()));
  }
}
