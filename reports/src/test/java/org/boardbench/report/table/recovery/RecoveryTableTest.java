package org.boardbench.report.table.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.Report;
import org.boardbench.report.SyntheticFaults;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.table.MarkdownTableText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTableTest {
  @TempDir private Path temp;

  private Path run(int repetitions) throws Exception {
    Path folder = SyntheticRun.write(temp.resolve("run"), repetitions, 1);
    SyntheticFaults.add(folder, repetitions);
    return folder;
  }

  private RecoveryTable table(int repetitions) throws Exception {
    return RecoveryTable.of(RunReader.read(run(repetitions)));
  }

  @Test
  void hasARowForEachVariantAndFaultWithMeansOverStartsAndTheirIntervals() throws Exception {
    List<String> lines = MarkdownTableText.of(table(3).shown()).lines().toList();

    assertThat(lines).hasSize(4 + 4 * 2);
    assertThat(lines.get(2))
        .startsWith("| Variant | Users | Fault | Faults | Recovered | Known to the first (ms) |")
        .contains("| Recovery (ms) | Lost while connected | Missed while away |");
    assertThat(lines)
        .as("recoveries of 4400, 4500 and 4600 ms")
        .anyMatch(line ->
            line.startsWith("| node-ws | 300 | kill, for 2s | 3 in 3 starts | 3 of 3 | 1.50 |")
                && line.contains("| 4500 (4252–4748) |"));
    assertThat(lines).anyMatch(line -> line.startsWith("| node-ws | 500 | cut, share 50% |"));
    assertThat(lines.getFirst()).contains("n = 3 starts a row.");
  }

  @Test
  void whatNeverRecoveredIsCountedAndItsTimesAreAtLeastSoMuchWithoutAnInterval() throws Exception {
    RecoveryTable table = table(3);

    assertThat(MarkdownTableText.of(table.shown()))
        .containsPattern(
            "\\| spring-stomp \\| 300 \\| kill, for 2s \\| 3 in 3 starts \\| 2 of 3 \\|.*\\| ≥[\\d,]+ \\|")
        .contains("≥ is \"at least\"");
    assertThat(table.summary())
        .first()
        .asString()
        .startsWith(
            "After kill, for 2s at 300 users all was well again: spring-websocket in 3.70 s,")
        .endsWith(", spring-stomp 2 of 3 times.");
  }

  @Test
  void twoStartsHaveNoInterval() throws Exception {
    assertThat(MarkdownTableText.of(table(2).shown()))
        .contains("| 4450 |")
        .contains("fewer than 3 starts have no interval");
  }

  @Test
  void forProgramsItHasEveryFigureWithTheEndsOfItsInterval() throws Exception {
    List<String> lines = table(3).csv().lines().toList();

    assertThat(lines.getFirst())
        .startsWith(
            "run_id,target,users,fault,kind,component,starts,faults,recovered,invalid,never_came,"
                + "detection_first_ms_estimate,detection_first_ms_low,detection_first_ms_high,"
                + "detection_first_ms_starts,detection_first_ms_at_least,")
        .endsWith("others_rtt_p99_during_ms_at_least");
    assertThat(lines)
        .anyMatch(line ->
            line.startsWith(
                "run,node-ws,300,\"kill, for 2s\",kill,target,3,3,3,0,0,1.5,1.5,1.5,3,"));
  }

  @Test
  void theReportHasItsFilesItsSectionAndItsFigure() throws Exception {
    Path report = temp.resolve("report");

    new Report(RunReader.read(run(3))).writeTo(report);

    assertThat(report.resolve("tables/recovery-summary.csv")).isNotEmptyFile();
    assertThat(report.resolve("tables/recovery-summary.md")).isNotEmptyFile();
    assertThat(Files.readAllLines(report.resolve("tables/recovery-summary.tex")))
        .filteredOn(line -> !line.startsWith("%"))
        .noneMatch(line -> line.contains("≥"));
    assertThat(report.resolve("figures/recovery.svg")).isNotEmptyFile();
    assertThat(Files.readString(report.resolve("index.html")))
        .contains("<h2>Recovery</h2>", "<td>kill, for 2s</td>", "figures/recovery.svg")
        .contains("After kill, for 2s at 300 users all was well again");
    assertThat(Files.readString(report.resolve("variant-node-ws.html")))
        .contains("<h2>Recovery</h2>")
        .doesNotContain("<td>spring-stomp</td>");
  }

  @Test
  void ofARunInWhichNothingFailedThereIsNothing() throws Exception {
    Path folder = SyntheticRun.write(temp.resolve("whole"), 1, 1);

    assertThat(RecoveryTable.of(RunReader.read(folder)).isEmpty()).isTrue();
  }
}
