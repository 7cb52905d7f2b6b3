package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.figure.DriftFigures;
import org.boardbench.report.statistics.DriftFigure;
import org.boardbench.report.statistics.HoldMinutes;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredSecond;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.table.StoredRow;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** A trial with a ramp of five seconds; its server gains 60 MiB an hour, the driver 600. */
class DriftTableTest {
  private static final int RAMP = 5;

  private final List<StoredSecond> seconds = new ArrayList<>();
  private final List<StoredRow<ResourceRecord>> resources = new ArrayList<>();
  private final Random random = new Random(5);
  private IntToDoubleFunction serverMib = second -> 300 + second / 60.0 + random.nextGaussian();

  private StoredRun run(int holdSeconds) {
    for (int second = 0; second < RAMP + holdSeconds; second++) {
      second(second, second >= RAMP);
      used(second, "server", serverMib.applyAsDouble(second), "220");
      used(second, "driver", 100 + second / 6.0, "");
    }
    StoredStage stage = StageBuilder.row("a", 1, 100).build();
    return new StoredRun(
        "run",
        JsonNodeFactory.instance.objectNode(),
        List.of(),
        List.of(stage),
        List.of(),
        seconds,
        resources,
        List.of(),
        List.of(),
        List.of());
  }

  private void second(int second, boolean isHold) {
    Map<String, String> cells = new HashMap<>();
    cells.put("trial_id", "a-r1");
    cells.put("stage", "1");
    cells.put("second", Integer.toString(second));
    cells.put("owed", isHold ? "1000" : "");
    cells.put("rtt_p50_ms", Double.toString(2 + 0.1 * random.nextGaussian()));
    cells.put("rtt_p99_ms", second % 60 == 7 ? "5000" : "9");
    cells.put("reconnects", second % 30 == 0 ? "3" : "0");
    seconds.add(new StoredSecond(StoredRow.of(cells), true));
  }

  private void used(int second, String component, double memoryMib, String descriptors) {
    resources.add(
        StoredRow.of(
            Map.of(
                "trial_id",
                "a-r1",
                "second",
                Integer.toString(second),
                "component",
                component,
                "memory_mib",
                Double.toString(memoryMib),
                "descriptors",
                descriptors)));
  }

  private static List<String> line(DriftTable table, DriftFigure figure) {
    return table
        .csv()
        .lines()
        .map(line -> List.of(line.split(",", -1)))
        .filter(cells -> cells.contains(figure.key()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHoldThatIsTooShortHasNoDrift() {
    StoredRun run = run(599);

    assertThat(new DriftTable(HoldMinutes.of(run)).isEmpty()).isTrue();
    assertThat(DriftFigures.of(run, HoldMinutes.of(run))).isEmpty();
  }

  @Test
  void memoryThatGrowsDoesSoForCertainAndARareSlowSecondIsNoDrift() {
    DriftTable table = new DriftTable(HoldMinutes.of(run(1800)));

    assertThat(table.cells()).hasSize(1);
    List<String> cells = table.cells().getFirst();
    assertThat(cells.subList(0, 4)).containsExactly("a", "1", "100", "30");
    assertThat(cells.get(table.header().indexOf("Memory (MiB/h)")))
        .matches("~ (59|6[01])\\S* .* ▲");
    assertThat(cells.get(table.header().indexOf("RTT p99 (ms/h)"))).isEqualTo("0 [0, 0]");
    assertThat(cells.get(table.header().indexOf("Descriptors (1/h)"))).isEqualTo("0 [0, 0]");
  }

  @Test
  void memoryThatGrowsInStepsIsToldByThem() {
    serverMib = second -> second < 900 ? 300 : 310;
    DriftTable table = new DriftTable(HoldMinutes.of(run(1800)));

    assertThat(line(table, DriftFigure.MEMORY)).contains("steps");
    assertThat(table.cells().getFirst().get(table.header().indexOf("Memory (MiB/h)")))
        .matches("~ 20\\S* \\[.*]");
  }

  @Test
  void programsGetWhatTheHoldBeganWithAndTheSlopeOfEachFigure() {
    DriftTable table = new DriftTable(HoldMinutes.of(run(1800)));

    assertThat(line(table, DriftFigure.RECONNECTS).subList(5, 9))
        .containsExactly("reconnects_per_min", "30", "6", "0");
    List<String> driver = line(table, DriftFigure.DRIVER_MEMORY);
    assertThat(Double.parseDouble(driver.get(7))).isBetween(100.0, 250.0);
    assertThat(Double.parseDouble(driver.get(8))).isBetween(599.9, 600.1);
    assertThat(table.csv().lines()).hasSize(1 + DriftFigure.values().length);
  }

  @Test
  void theFigureHasAPanelForEachThingThatWasMeasured() {
    StoredRun run = run(600);

    assertThat(DriftFigures.of(run, HoldMinutes.of(run)).orElseThrow().panels())
        .hasSize(DriftFigure.values().length);
  }
}
