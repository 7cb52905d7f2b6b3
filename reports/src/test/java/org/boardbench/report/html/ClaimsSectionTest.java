package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.claims.MeasuredRun;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

class ClaimsSectionTest {
  private static final String CLAIMS =
      """
      variants: [a]
      claims:
        - { id: "7", section: "3.1", says: "a is <b>fast</b>.", all: [{ bound: { figure: rtt_mean_ms, of: a, below: 50 } }] }
      """;

  @Test
  void aClaimHasItsVerdictItsNumbersAndTheRowsThatTheyAreOf() throws Exception {
    assertThat(html(CLAIMS, 10, 11, 12))
        .contains(
            "<tr><td>7</td><td>3.1</td><td>a is &lt;b&gt;fast&lt;/b&gt;.</td><td>holds</td></tr>",
            "<tr><td>7</td><td>rtt_mean_ms, a</td><td>below 50 ms</td><td>11.0</td>"
                + "<td>[8.75, 13.8] at 95 %</td><td></td><td>3</td><td>3 of 3</td><td>holds</td>")
        .contains("href=\"tables/claims.csv\"")
        .doesNotContain("Which server for what", "Stated numbers", "<b>");
  }

  @Test
  void whatWouldDecideAnOpenClaimStandsBesideItsVerdict() throws Exception {
    assertThat(html(CLAIMS, 10))
        .contains("<td>undecided (needs n = 3 or more, has 1)</td>")
        .contains("<td>undecided, estimate within</td>");
  }

  @Test
  void recommendationsAndStatedNumbersFollow() throws Exception {
    String more =
        """
        stated:
          - { figure: rtt_mean_ms, of: a, says: 250 }
        recommendations:
          - { need: speed, rule: least, figure: rtt_mean_ms }
        """;

    assertThat(html(CLAIMS + more, 10, 11, 12))
        .contains("<h3>Which server for what</h3>", "<td>a (11.0 ms, n = 3)</td>")
        .contains("<h3>Stated numbers</h3>", "<td>250</td><td>11.0</td><td>[8.75, 13.8]</td>");
  }

  @Test
  void withoutClaimsThereIsNoSection() {
    ClaimsSection none = new ClaimsSection(Optional.empty());
    assertThat(none.isThere()).isFalse();
    assertThat(none.summary()).isEmpty();
  }

  @Test
  void theFirstScreenSaysWhichClaimsHold() throws Exception {
    assertThat(section(CLAIMS, 10, 11, 12).summary())
        .containsExactly(
            "Claims of f.yaml: holds 1, does not hold 0, undecided 0, not judged 0.",
            "7: holds – a is <b>fast</b>.");
    assertThat(section(CLAIMS, 10).summary())
        .first()
        .asString()
        .endsWith("undecided 1, not judged 0.");
    assertThat(section(CLAIMS, 10).summary()).last().isEqualTo("7: undecided – a is <b>fast</b>.");
  }

  private static String html(String yaml, double... rttMs) throws Exception {
    return Templates.html("claimsSection", section(yaml, rttMs));
  }

  private static ClaimsSection section(String yaml, double... rttMs) throws Exception {
    List<StoredStage> rows = new ArrayList<>();
    for (int i = 0; i < rttMs.length; i++) {
      rows.add(StageBuilder.row("a", i + 1, 100).with(StageTimes.RTT_MEAN_MS, rttMs[i]).build());
    }
    MeasuredRun run = new MeasuredRun(RunStarts.of(rows), 0.95, Map.of(), "", Optional.empty());
    return new ClaimsSection(Optional.of(ClaimsReader.read("f.yaml", yaml).judged(run)));
  }
}
