package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.explain.ExplainedPart;
import org.boardbench.report.explain.ExplainedStage;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BottleneckTableTest {
  @TempDir private Path temp;
  private final List<StoredStage> rows = new ArrayList<>();

  @Test
  void joinsTheBottleneckOfABrokenLoadWithWhatItsCpuWentInto() throws Exception {
    slow(1, "thread");
    slow(2, "thread");
    slow(3, "cores");

    BottleneckTable table = table(Optional.of(explanation()));

    assertThat(table.markdown())
        .endsWith(
            """
            | Variant | Users | Broken starts | How | Bottleneck |
            | --- | --: | --: | --- | --- |
            | java-ws | 500 | 3 of 3 | slow | one thread full (2 of 3 starts); 70 % of its CPU explained, most by frame-out and parse |
            """);
    assertThat(table.csv())
        .isEqualTo(
            """
            run_id,target,users,broken_starts,starts,breaches,bottleneck,bottleneck_starts,explained_pct,explained_by
            run-1,java-ws,500,3,3,slow 3,thread,2,70,frame-out; parse
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void withoutAnExplanationItNamesTheBottleneckAlone() {
    slow(1, "none");

    BottleneckTable table = table(Optional.empty());

    assertThat(table.markdown())
        .endsWith("| java-ws | 500 | 1 of 1 | slow | none found |\n")
        .doesNotContain("explained");
    assertThat(table.csv()).endsWith("run-1,java-ws,500,1,1,slow 1,none,1,,\r\n");
  }

  @Test
  void aServerThatOnlyRefusedUsersBrokeToo() {
    rows.add(
        row(1, 2)
            .with(StageCounts.CONNECT_FAILURES, 40)
            .with(StageExtras.BOTTLENECK, "none")
            .build());

    assertThat(table(Optional.empty()).cells())
        .containsExactly(List.of("java-ws", "500", "1 of 1", "refused", "none found"));
  }

  @Test
  void aRunHasTheVariantsInThePlansOrderAndTheLeastLoadThatEachDidNotKeep() throws Exception {
    StoredRun run = RunReader.read(SyntheticRun.write(temp.resolve("paper"), 3, 1));

    assertThat(BottleneckTable.of(run, Optional.empty()).cells())
        .extracting(cells -> String.join(" ", cells.subList(0, 2)) + ": " + cells.getLast())
        .containsExactly(
            "fastapi 500: one thread full", "fastapi-workers-redis 700: all available cores");
  }

  private BottleneckTable table(Optional<Explanation> explanation) {
    return new BottleneckTable(
        "run-1", RunSummary.of(RunStarts.of(rows), List.of("java-ws"), 0.95).broken(), explanation);
  }

  /** Of 10 µs a delivery 7 are explained, in each start. */
  private Explanation explanation() throws Exception {
    StoredRun run = RunReader.read(SyntheticRun.write(temp.resolve("paper"), 1, 1));
    List<ExplainedStage> stages =
        rows.stream()
            .map(row ->
                new ExplainedStage(
                    row, List.of(part("parse", 2.5), part("frame-out", 4), part("text-in", 0.5))))
            .toList();
    return new Explanation("run-1", "micro-1", false, Variants.of(run), stages, List.of());
  }

  private static ExplainedPart part(String name, double us) {
    return new ExplainedPart(
        name, us, "Benchmark", "library", OptionalInt.empty(), OptionalInt.empty(), "");
  }

  private void slow(int start, String bottleneck) {
    rows.add(row(start, 4_000).with(StageExtras.BOTTLENECK, bottleneck).build());
  }

  private static StageBuilder row(int start, double rttP95Ms) {
    return StageBuilder.row("java-ws", start, 500)
        .with(StageTimes.RTT_P95_MS, rttP95Ms)
        .with(StageCosts.CPU_US_PER_DELIVERY, 10)
        .with(StageCounts.CONNECT_FAILURES, 0)
        .with(StageCounts.DISCONNECTS, 0)
        .with(StageExtras.OWED_LOST_PCT, 0);
  }
}
