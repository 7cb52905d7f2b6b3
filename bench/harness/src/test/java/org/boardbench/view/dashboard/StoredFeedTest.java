package org.boardbench.view.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredRun;
import org.boardbench.view.web.EventLog;
import org.boardbench.view.web.Told;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The study that the project keeps. */
class StoredFeedTest {
  private static final Path REFERENCE = Path.of("../../results/reference");

  private final EventLog log = new EventLog("t");

  @Test
  void aStoredRunIsToldAsAWholeInTheTextOfItsFiles() throws Exception {
    StoredRun run = StoredRun.read(REFERENCE);
    StoredFeed.fill(log, run, "1.2");

    List<Told> told = Told.by(log);
    assertThat(told).extracting(Told::kind).startsWith("hello", "run").endsWith("over");
    assertThat(told.getFirst().data().path("live").asBoolean()).isFalse();
    assertThat(Told.all(told, "trial")).hasSameSizeAs(run.results().trials());
    List<JsonNode> rows = Told.all(told, "row");
    assertThat(rows).hasSameSizeAs(run.results().stages());
    for (StoredRow<StageRecord> row : run.results().stages()) {
      assertThat(rows).anySatisfy(shown -> assertThatIsSame(row, shown.path("cells")));
    }
    int seconds =
        Told.all(told, "seconds").stream().mapToInt(block -> block.path("second").size()).sum();
    assertThat(seconds).isEqualTo(run.seconds().size());
    assertThat(Told.all(told, "over").getFirst().path("summary").asString()).contains("RTT p95");
  }

  private static void assertThatIsSame(StoredRow<StageRecord> row, JsonNode cells) {
    for (Column<StageRecord> column : RunFeed.SHOWN) {
      assertThat(cells.path(column.name()).asString()).isEqualTo(row.text(column));
    }
  }

  @Test
  void aSecondHasWhatItsComponentsUsed() throws Exception {
    StoredRun run = StoredRun.read(REFERENCE);
    StoredFeed.fill(log, run, "1.2");

    JsonNode first = Told.all(Told.by(log), "seconds").getFirst();
    String trial = first.path("trial").asString();
    double cpu =
        run.resources().stream()
            .filter(row -> row.text(ResourceColumns.TRIAL_ID).equals(trial))
            .filter(row -> row.text(ResourceColumns.COMPONENT).equals("server"))
            .filter(row -> row.number(ResourceColumns.SECOND) == 3)
            .mapToDouble(row -> row.figure(ResourceColumns.CPU_PCT))
            .findFirst()
            .orElseThrow();
    double rtt =
        run.seconds().stream()
            .filter(row -> row.text(SecondColumns.TRIAL_ID).equals(trial))
            .filter(row -> row.number(SecondColumns.SECOND) == 3)
            .mapToDouble(row -> row.figure(SecondColumns.RTT_P95_MS))
            .findFirst()
            .orElseThrow();

    assertThat(first.path("second").path(3).asInt()).isEqualTo(3);
    assertThat(first.path("cpu").path("server").path(3).asDouble()).isEqualTo(cpu);
    assertThat(first.path("figures").path("rtt_p95_ms").path(3).asDouble()).isEqualTo(rtt);
  }
}
