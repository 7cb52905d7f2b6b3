package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.RunReader;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.table.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTextTest {
  @TempDir private Path temp;

  @Test
  void csvIsTheGoldenFile() throws Exception {
    assertThat(CsvTableText.of(groups())).isEqualTo(golden("results.csv"));
  }

  @Test
  void markdownIsTheGoldenFile() throws Exception {
    assertThat(MarkdownTableText.of(ResultTable.of(groups()))).isEqualTo(golden("results.md"));
  }

  @Test
  void latexIsTheGoldenFile() throws Exception {
    assertThat(LatexTableText.of(ResultTable.of(groups()))).isEqualTo(golden("results.tex"));
  }

  @Test
  void escapesWhatLatexWouldTakeAsACommand() {
    assertThat(LatexTableText.escape("a_b & 50 % of #1 {x} \\y ~ ^ $"))
        .isEqualTo(
            "a\\_b \\& 50 \\% of \\#1 \\{x\\} \\textbackslash{}y \\textasciitilde{}"
                + " \\textasciicircum{} \\$");
  }

  @Test
  void doesNotLetATargetsNameBreakAMarkdownRow() {
    assertThat(MarkdownTableText.of(ResultTable.of(List.of(group("a|b", Optional.empty())))))
        .contains("| a\\|b | 100 |");
  }

  @Test
  void showsNoColumnForValidityUntilSomebodyJudges() {
    assertThat(ResultTable.of(List.of(group("x", Optional.empty()))).header())
        .doesNotContain("Valid");
    assertThat(ResultTable.of(List.of(group("x", Optional.of(true)))).rows().getFirst().cells())
        .last()
        .isEqualTo(new ResultTable.Cell("yes", ""));
  }

  @Test
  void marksATimeOfWhichAPartNeverCameAsALowerBound() {
    StoredStage row =
        StageBuilder.row("x", 1, 500)
            .with(StageTimes.RTT_P50_MS, 3)
            .with(StageTimes.RTT_P95_MS, 40)
            .with(StageExtras.RTT_P95_CENSORED_MS, 9_000)
            .with(StageExtras.RTT_COVERAGE_PCT, 93)
            .with(StageCosts.CPU_MEAN_PCT, 80)
            .build();
    ResultTable table = ResultTable.of(StageGroup.of(List.of(row)));

    assertThat(MarkdownTableText.of(table)).contains("| x | 500 | ≥3.00 | ≥9000 | 80.0 | yes |");
    assertThat(LatexTableText.of(table)).contains("$\\geq$3.00 & $\\geq$9000 & 80.0");
    assertThat(table.caption()).contains("≥ is \"at least\"");
  }

  @Test
  void countsUsersInWholeNumbers() {
    List<StoredStage> rows =
        List.of(
            StageBuilder.row("x", 1, 500).with(StageCounts.DISCONNECTS, 3).build(),
            StageBuilder.row("x", 2, 500).with(StageCounts.DISCONNECTS, 6).build(),
            StageBuilder.row("y", 1, 500).with(StageCounts.DISCONNECTS, 45).build());

    assertThat(MarkdownTableText.of(ResultTable.of(StageGroup.of(rows))))
        .contains("| x | 500 | 4.50 |")
        .contains("| y | 500 | 45 |");
  }

  @Test
  void hasNoColumnForWhatAnOlderRunDidNotMeasure() throws Exception {
    Path older = SyntheticRun.writeOlder(temp.resolve("older"), 1, 1);
    List<StageGroup> groups = StageGroup.of(RunReader.read(older));
    ResultTable table = ResultTable.of(groups);

    assertThat(table.header())
        .contains("Loss of expected (%)", "Disconnects")
        .doesNotContain("Loss of owed (%)", "Bottleneck");
    assertThat(table.caption()).doesNotContain("≥").doesNotContain("owed");
    assertThat(MarkdownTableText.of(table)).doesNotContain("≥");
    assertThat(CsvTableText.of(groups).lines().findFirst().orElseThrow())
        .contains(",judged,valid,invalid_reasons,starts,tps_estimate,")
        .endsWith(",estimates_at_least");
  }

  @Test
  void marksAnInvalidRowAndListsItsReasons() {
    StageGroup group =
        group(
            "x",
            Optional.of(false),
            new InvalidReason("send-delay", "send-delay 22.3 ms > 5 ms"),
            new InvalidReason("few-samples", "few-samples 1.6 < 10"));
    ResultTable table = ResultTable.of(List.of(group));

    assertThat(table.rows().getFirst().users()).isEqualTo("100 †");
    assertThat(table.caption()).contains("Rows with † are invalid");
    assertThat(MarkdownTableText.of(table)).endsWith("| no | send-delay, few-samples |\n");
    assertThat(LatexTableText.of(table))
        .contains(" & 100 $\\dagger$ & ")
        .contains("no & send-delay, few-samples \\\\");
    assertThat(CsvTableText.of(List.of(group)))
        .contains(",1,0,send-delay 22.3 ms > 5 ms; few-samples 1.6 < 10,0,,,,");
  }

  @Test
  void doesNotMarkValidRowsNorThoseThatNobodyJudged() {
    for (Optional<Boolean> valid : List.of(Optional.of(true), Optional.<Boolean>empty())) {
      ResultTable table = ResultTable.of(List.of(group("x", valid)));

      assertThat(table.hasReasons()).isFalse();
      assertThat(table.caption()).doesNotContain("†");
      assertThat(table.rows().getFirst().users()).isEqualTo("100");
    }
  }

  private List<StageGroup> groups() throws Exception {
    return StageGroup.of(RunReader.read(SyntheticRun.write(temp.resolve("run"), 3, 1)));
  }

  private static StageGroup group(
      String target, Optional<Boolean> valid, InvalidReason... reasons) {
    StageBuilder row = StageBuilder.row(target, 1, 100).judged(valid).because(reasons);
    StageColumns.TABLE.columns().stream()
        .filter(column -> !column.isOptional() && column.type() == CellType.DECIMAL)
        .forEach(column -> row.with(column, 1.0));
    List.of(StageCounts.JOINED, StageCounts.DISCONNECTS, StageCounts.CONNECT_FAILURES)
        .forEach(column -> row.with(column, 1.0));
    return new StageGroup(target, 1, 100, List.of(row.build()), 0.95);
  }

  private static String golden(String name) throws IOException {
    try (var in = TableTextTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
