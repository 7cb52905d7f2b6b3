package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

class ClaimsTableTest {
  private static final String YAML =
      """
      source: A paper
      variants: [a, b]
      beside: { name: production, variants: { a: b } }
      claims:
        - id: "1"
          section: "3.2"
          says: a answers within 100 ms and loses nothing.
          all:
            - bound: { figure: rtt_mean_ms, of: a, below: 100 }
            - bound: { figure: owed_lost_pct, of: a, below: 1 }
        - id: "2"
          says: a is faster than b.
          all:
            - ratio: { figure: rtt_mean_ms, of: a, to: b, is: less }
      stated:
        - { figure: rtt_mean_ms, of: a, says: 250 }
        - { figure: rtt_mean_ms, of: a, users: [100], says: 400..450 }
      recommendations:
        - { need: low latency, section: 5.1, rule: least, figure: rtt_mean_ms, users: [100],
            keep: { rtt_mean_ms: 200 }, paper: [b] }
      """;

  private final List<StoredStage> rows = new ArrayList<>();

  private JudgedFile judged(int starts) throws Exception {
    for (int i = 1; i <= starts; i++) {
      rows.add(row("a", i, 10 + i));
      rows.add(row("b", i, 110 + i));
    }
    return ClaimsReader.read("my.claims.yaml", YAML).judged(RunStarts.of(rows));
  }

  private static StoredStage row(String variant, int repetition, double rttMs) {
    return StageBuilder.row(variant, repetition, 100)
        .with(StageTimes.RTT_MEAN_MS, rttMs)
        .with(StageExtras.OWED_LOST_PCT, 0)
        .build();
  }

  @Test
  void theTerminalHasALineForEachClaimWithTheNumberThatDecides() throws Exception {
    List<String> lines = new ClaimsTable(judged(3)).lines();

    assertThat(lines).hasSize(3);
    assertThat(lines.subList(0, 2))
        .containsExactly(
            "Claims of my.claims.yaml: holds 1, does not hold 0, undecided 1, not judged 0.",
            "  1 undecided, needs n = 6: a answers within 100 ms and loses nothing. [owed_lost_pct"
                + " below 1 %, a: 3 of 3, interval [0.292, 1] at 95 %, claimed most starts; n ="
                + " 3, rows 3 of 3] With production: does not hold.");
    assertThat(lines.getLast())
        .startsWith("  2 holds: a is faster than b. [rtt_mean_ms, a ÷ b: 0.107, interval [0.0")
        .endsWith(
            "] at 97.5 %, claimed below 0.952; n = 3, rows 6 of 6] With production: does not"
                + " hold.");
  }

  @Test
  void withOneStartEachLineSaysThatItNeedsMore() throws Exception {
    assertThat(new ClaimsTable(judged(1)).lines())
        .filteredOn(line -> line.startsWith("  "))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("undecided, needs 3 starts or more, has 1"));
  }

  @Test
  void theCsvHasARowForEachNumber() throws Exception {
    String csv = ClaimsCsv.of(judged(3));

    assertThat(csv.lines()).hasSize(4);
    assertThat(csv.lines().findFirst().orElseThrow())
        .startsWith("claim,section,says,verdict,verdict_beside,p,starts_needed,why,statement,unit")
        .endsWith("starts,rows_used,rows,statement_verdict");
    assertThat(csv.lines().toList().get(1))
        .startsWith("1,3.2,a answers within 100 ms and loses nothing.,undecided,does not hold,")
        .contains(",\"rtt_mean_ms, a\",ms,,100,")
        .endsWith(",3,3,3,holds");
  }

  @Test
  void markdownAndLatexNameAClaimOnce() throws Exception {
    ClaimsTable table = new ClaimsTable(judged(3));

    assertThat(table.markdown())
        .startsWith("Claims of: A paper. ")
        .contains("| Claim | Section | Says | Verdict | With production |")
        .contains("|  |  |  |  |  | owed_lost_pct below 1 %, a | most starts | 3 of 3 |");
    assertThat(table.latex())
        .contains("\\begin{tabular}{llp{4cm}llp{4.5cm}lllrrp{2.5cm}}")
        .contains("rtt\\_mean\\_ms, a $\\div$ b & below 0.952");
  }

  @Test
  void statedNumbersStandBesideMeasuredOnes() throws Exception {
    StatedTable table = new StatedTable(judged(3));

    assertThat(table.cells().getFirst())
        .startsWith("a", "rtt_mean_ms", "ms", "250", "12.0")
        .endsWith("3", "3 of 3");
    assertThat(table.cells().get(1)).startsWith("a at 100 users", "rtt_mean_ms", "ms", "400–450");
    assertThat(table.csv().lines().toList().get(2)).startsWith("a,100,rtt_mean_ms,ms,400,450,");
  }

  @Test
  void aRecommendationComesWithItsRule() throws Exception {
    RecommendationsTable table = new RecommendationsTable(judged(3));

    assertThat(table.cells().getFirst())
        .containsExactly(
            "low latency",
            "5.1",
            "least rtt_mean_ms at 100 users with rtt_mean_ms at most 200",
            "a (12.0, n = 3)",
            "b (112, n = 3)",
            "yes",
            "b",
            "not the paper's");
    assertThat(table.csv().lines()).hasSize(3);
  }
}
