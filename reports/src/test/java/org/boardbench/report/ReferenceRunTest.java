package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.CsvTableText;
import org.boardbench.report.table.MarkdownTableText;
import org.boardbench.report.table.ResultTable;
import org.boardbench.results.column.StageCounts;
import org.junit.jupiter.api.Test;

/** The real run that is committed: what a harness stored must be what a report reads. */
class ReferenceRunTest {
  private static final Path REFERENCE = Path.of("..", "results", "reference");

  @Test
  void theReferenceRunIsThePapersPlanInFiveStarts() throws Exception {
    StoredRun run = RunReader.read(REFERENCE);

    assertThat(run.manifest().at("/plan/name").asString()).isEqualTo("paper");
    assertThat(run.repetitions()).isEqualTo(5);
    assertThat(run.stages()).extracting(StoredStage::users).containsOnly(100, 300, 500, 700, 1000);
    assertThat(run.stages())
        .allSatisfy(stage -> assertThat(stage.figure(StageCounts.TPS)).isPositive());
  }

  @Test
  void itsCommittedTablesAreTheOnesThatItsRowsGive() throws Exception {
    StoredRun run = RunReader.read(REFERENCE);
    Path tables = REFERENCE.resolve("report").resolve("tables");

    assertThat(tables.resolve("results.csv")).hasContent(CsvTableText.of(StageGroup.of(run)));
    assertThat(tables.resolve("results.md"))
        .hasContent(MarkdownTableText.of(ResultTable.of(StageGroup.of(run))));
  }
}
