package org.boardbench.report.table.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.MeasuredRun;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.NoiseFloor;
import org.junit.jupiter.api.Test;

class ClaimsTableTest {
  private static final String YAML =
      """
      source: A paper
      variants: [a, b]
      beside: { name: production, instead-of: plain, variants: { a: c, b: b } }
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

  private static final int MEASURED = 4;
  private static final int INTERVAL = 7;

  private final List<StoredStage> rows = new ArrayList<>();
  private double confidence = 0.95;

  /** The variant {@code c} stands in the place of {@code a}, and is slower. */
  private JudgedFile judged(int starts) throws Exception {
    for (int i = 1; i <= starts; i++) {
      rows.add(row("a", i, 10 + i));
      rows.add(row("b", i, 110 + i));
      rows.add(row("c", i, 210 + i));
    }
    return judged();
  }

  private JudgedFile judged() throws Exception {
    NoiseFloor floor = NoiseFloor.of(DoubleStream.of(1, 1.1, 1)).orElseThrow();
    return ClaimsReader.read("my.claims.yaml", YAML)
        .judged(
            new MeasuredRun(
                RunStarts.of(rows),
                confidence,
                Map.of(StageTimes.RTT_MEAN_MS.name(), floor),
                "Noise floor: by c.",
                Optional.empty()));
  }

  @Test
  void noValidRowIsNoReasonToSayThatNoneKeepsALimit() throws Exception {
    for (String variant : List.of("a", "b")) {
      rows.add(StageBuilder.row(variant, 1, 100).with(StageTimes.RTT_MEAN_MS, 9).invalid().build());
    }

    assertThat(new RecommendationsTable(judged()).cells().getFirst())
        .contains("not known", "a, b")
        .doesNotContain("none keeps it");

    rows.add(row("a", 2, 500));
    assertThat(new RecommendationsTable(judged()).cells().getFirst())
        .contains("none that is known keeps it");
  }

  private static StoredStage row(String variant, int repetition, double rttMs) {
    return row(variant, repetition, 100, rttMs);
  }

  private static StoredStage row(String variant, int repetition, int users, double rttMs) {
    return StageBuilder.row(variant, repetition, users)
        .with(StageTimes.RTT_MEAN_MS, rttMs)
        .with(StageExtras.OWED_LOST_PCT, 0)
        .build();
  }

  @Test
  void theTerminalHasALineForEachClaimWithItsVerdictByEachSetOfVariants() throws Exception {
    assertThat(new ClaimsTable(judged(3)).lines())
        .containsExactly(
            "Claims of my.claims.yaml: plain: holds 1, does not hold 0, undecided 1, not judged 0;"
                + " production: holds 0, does not hold 2, undecided 0, not judged 0.",
            "  1: a answers within 100 ms and loses nothing. → plain: undecided (needs n = 6, has 3);"
                + " production: does not hold",
            "  2: a is faster than b. → plain: holds; production: does not hold");
  }

  @Test
  void withOneStartEachClaimSaysThatItNeedsMoreAndThereIsNoInterval() throws Exception {
    ClaimsTable table = new ClaimsTable(judged(1));

    assertThat(table.lines())
        .filteredOn(line -> line.startsWith("  "))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("undecided (needs n = ", " or more, has 1)"));
    assertThat(table.cells()).extracting(row -> row.get(INTERVAL)).containsOnly("");
  }

  @Test
  void theCsvHasARowForEachNumberOfEachSetOfVariants() throws Exception {
    String csv = ClaimsCsv.of(judged(3));

    assertThat(csv.lines()).hasSize(7);
    assertThat(csv.lines().findFirst().orElseThrow())
        .startsWith("claim,section,says,variants,verdict,p,starts_needed,why,statement,unit")
        .endsWith(
            "confidence,noise_floor_pct,starts,rows_used,rows,statement_verdict,starts_left_out,"
                + "statement_why");
    assertThat(csv.lines().toList().get(1))
        .startsWith("1,3.2,a answers within 100 ms and loses nothing.,plain,undecided,")
        .contains(",\"rtt_mean_ms, a\",ms,,100,")
        .endsWith(",,3,3,3,holds,0,");
    assertThat(csv.lines().toList().get(4))
        .startsWith("1,3.2,a answers within 100 ms and loses nothing.,production,does not hold,")
        .contains(",\"rtt_mean_ms, c\",ms,,100,");
    assertThat(csv.lines().toList().get(3)).matches(".*,0\\.975,32\\.15\\d+,3,6,6,holds,0,");
  }

  @Test
  void whatMakesTheVerdictOfTheOtherVariantsAnotherOneStandsBelow() throws Exception {
    ClaimsTable table = new ClaimsTable(judged(3));

    assertThat(table.cells()).extracting(List::getFirst).containsExactly("1", "1", "1", "2", "2");
    assertThat(table.cells())
        .extracting(row -> row.get(MEASURED))
        .containsExactly(
            "rtt_mean_ms, a",
            "owed_lost_pct below 1 %, a",
            "rtt_mean_ms, c",
            "rtt_mean_ms, a ÷ b",
            "rtt_mean_ms, c ÷ b");
    assertThat(table.cells())
        .extracting(List::getLast)
        .containsExactly(
            "holds", "undecided, estimate within", "does not hold", "holds", "does not hold");
  }

  @Test
  void aRunThatHasOnlyOneSetOfVariantsShowsThatOne() throws Exception {
    for (int i = 1; i <= 3; i++) {
      rows.add(row("c", i, 210 + i));
    }
    ClaimsTable table = new ClaimsTable(judged());

    assertThat(table.cells().getFirst())
        .contains(
            "plain: not judged (the run has no variant a); production: does not hold",
            "rtt_mean_ms, c");
    assertThat(table.lines())
        .containsExactly(
            "Claims of my.claims.yaml: plain: the run has none of these variants at these loads;"
                + " production: holds 0, does not hold 1, undecided 0, not judged 1.",
            "  1: a answers within 100 ms and loses nothing. → production: does not hold",
            "  2: a is faster than b. → production: not judged (the run has no variant b)");
    assertThat(new StatedTable(judged()).header())
        .containsExactly(
            "Where", "Figure", "Unit", "Stated", "Measured", "95 % interval", "n", "Valid rows");
  }

  @Test
  void markdownAndLatexSayAClaimOnceAndTheNoiseFloor() throws Exception {
    ClaimsTable table = new ClaimsTable(judged(3));

    assertThat(table.markdown())
        .startsWith("Claims of: A paper. ")
        .contains("| Claim | Section | Says | Verdict | What was measured |")
        .contains(" Noise floor: by c.\n")
        .contains("| 1 |  |  |  | owed_lost_pct below 1 %, a | most starts | 3 of 3 |")
        .containsPattern(
            "rtt_mean_ms, a ÷ b \\| below 0.952 \\| 0.107 \\| \\[.*\\| ± 32\\.2 % \\|");
    assertThat(table.latex())
        .contains("\\begin{tabular}{llp{3.5cm}p{2.5cm}p{4cm}lllrrrl}")
        .contains("rtt\\_mean\\_ms, a $\\div$ b & below 0.952", "& $\\pm$ 32.2 \\% &");
  }

  @Test
  void statedNumbersStandBesideMeasuredOnes() throws Exception {
    StatedTable table = new StatedTable(judged(3));

    assertThat(table.cells().getFirst())
        .startsWith("a", "rtt_mean_ms", "ms", "250", "12.0")
        .endsWith("3", "3 of 3");
    assertThat(table.cells().get(1))
        .containsExactly("c", "rtt_mean_ms", "ms", "250", "212", "[210, 214]", "3", "3 of 3");
    assertThat(table.cells().get(2)).startsWith("a at 100 users", "rtt_mean_ms", "ms", "400–450");
    assertThat(table.csv().lines().toList().get(2))
        .startsWith("plain,a,100,rtt_mean_ms,ms,400,450,");
  }

  @Test
  void intervalsAndWordsAreOfTheRunsOwnConfidence() throws Exception {
    confidence = 0.99;
    JudgedFile judged = judged(3);

    assertThat(new StatedTable(judged).header()).contains("99 % interval");
    assertThat(new StatedTable(judged).csv().lines().findFirst().orElseThrow())
        .endsWith("rows,lacking,confidence,starts_left_out");
    assertThat(new StatedTable(judged).csv().lines().toList().get(1)).endsWith(",3,3,,0.99,0");
    assertThat(new ClaimsTable(judged).caption())
        .contains("together are right in 99 % of such runs (Holm)");
  }

  @Test
  void startsThatAreLeftOutAreSaid() throws Exception {
    rows.add(StageBuilder.row("a", 4, 100).with(StageTimes.RTT_MEAN_MS, 9).invalid().build());
    JudgedFile judged = judged(3);

    assertThat(new ClaimsTable(judged).cells().getFirst()).contains("3, 1 left out", "3 of 4");
    assertThat(new StatedTable(judged).cells().getFirst()).contains("3, 1 left out", "3 of 4");
    assertThat(ClaimsCsv.of(judged).lines().toList().get(1)).endsWith(",3,3,4,holds,1,");
  }

  private static final String EFFECTS =
      """
      variants: [a, b, c]
      counts: 10
      claims:
        - id: gc
          section: "5.2"
          says: Another collector.
          all: [{ effect: { figure: rtt_mean_ms, of: a, against: b } }]
        - id: buffer
          says: Larger buffers.
          all: [{ effect: { figure: rtt_mean_ms, of: c, against: b } }]
      """;

  /** At 500 users, {@code a} is as {@code b}, and {@code c} spreads. */
  private JudgedFile judgedEffects() throws Exception {
    for (int i = 1; i <= 3; i++) {
      rows.add(row("a", i, 80 + i));
      rows.add(row("b", i, 110 + i));
      rows.add(row("c", i, 230 + i));
      rows.add(row("a", i, 500, 110 + i / 10.0));
      rows.add(row("b", i, 500, 110 + i / 10.0));
      rows.add(row("c", i, 500, 30 * i * i));
    }
    return ClaimsReader.read("my.claims.yaml", EFFECTS)
        .judged(new MeasuredRun(RunStarts.of(rows), confidence, Map.of(), "", Optional.empty()));
  }

  @Test
  void ofAChoiceItIsSaidWhatItDoesByHowMuchAndAtWhichLoad() throws Exception {
    List<String> lines = new ClaimsTable(judgedEffects()).lines();

    assertThat(lines.get(0))
        .isEqualTo(
            "Claims of my.claims.yaml: helps 1, harms 1, helps and harms 0, no difference 0,"
                + " undecided 0, not judged 0.");
    assertThat(lines.get(1))
        .isEqualTo(
            "  gc: Another collector. → helps (rtt_mean_ms at 100 users 26.8 % less); no difference"
                + " larger than 10 % (rtt_mean_ms at 500 users)");
    assertThat(lines.get(2))
        .matches(
            "  buffer: Larger buffers\\. → harms \\(rtt_mean_ms at 100 users 2\\.07 times as much\\);"
                + " undecided \\(rtt_mean_ms at 500 users: needs n = \\d+, has 3\\)");
  }

  @Test
  void theTableOfAChoiceHasARowForEachLoad() throws Exception {
    JudgedFile judged = judgedEffects();
    ClaimsTable table = new ClaimsTable(judged);
    List<String> csv = ClaimsCsv.of(judged).lines().toList();

    assertThat(table.caption()).contains("What a choice does is no claim: ");
    assertThat(table.cells())
        .extracting(List::getFirst)
        .containsExactly("gc", "gc", "buffer", "buffer");
    assertThat(table.cells().get(1))
        .contains(
            "rtt_mean_ms, a ÷ b at 500 users",
            "less is better, 10 % counts",
            "no difference larger than 10 %");
    assertThat(csv.get(2))
        .startsWith("gc,5.2,Another collector.,,helps,")
        .contains(",\"rtt_mean_ms, a ÷ b at 500 users\",,0.9090909090909091,1.1,1,")
        .endsWith(",no difference,0,");
    assertThat(csv.get(4)).matches(".*,undecided,0,\"needs n = \\d+, has \\d+\"");
  }

  /** Two starts of each: what is taken leans on bare numbers. */
  @Test
  void aRecommendationSaysOfWhatItHasTooFewStarts() throws Exception {
    RecommendationsTable table = new RecommendationsTable(judged(2));

    assertThat(table.cells().getFirst())
        .contains(
            "a (11.5 ms, n = 2, too few to be sure)",
            "b (111 ms, n = 2, too few to be sure)",
            "no");
    assertThat(table.caption()).contains("Fewer than three starts have no interval");
    assertThat(table.shownHeader()).contains("Take").doesNotContain("Not known");
    rows.clear();
    assertThat(new RecommendationsTable(judged(3)).caption()).doesNotContain("Fewer than three");
  }

  /** Of three starts that differ by factors, the interval of a ratio may span anything. */
  @Test
  void anIntervalThatSpansAnythingSaysSoInWords() throws Exception {
    for (int i = 1; i <= 3; i++) {
      rows.add(row("a", i, Math.pow(100, i)));
      rows.add(row("b", i, Math.pow(100, 4 - i)));
      rows.add(row("c", i, 1));
    }

    assertThat(new ClaimsTable(judged()).cells())
        .filteredOn(row -> row.get(MEASURED).equals("rtt_mean_ms, a ÷ b"))
        .allSatisfy(row -> assertThat(row.get(INTERVAL)).startsWith("cannot tell at "))
        .hasSize(1);
  }

  @Test
  void aRecommendationComesWithItsRule() throws Exception {
    RecommendationsTable table = new RecommendationsTable(judged(3));

    assertThat(table.cells().getFirst())
        .containsExactly(
            "low latency",
            "5.1",
            "least rtt_mean_ms at 100 users with rtt_mean_ms at most 200",
            "plain",
            "a (12.0 ms, n = 3)",
            "b (112 ms, n = 3)",
            "",
            "yes",
            "b",
            "not the paper's");
    assertThat(table.cells().get(1)).contains("production", "b (112 ms, n = 3)");
    assertThat(table.csv().lines()).hasSize(4);
  }
}
