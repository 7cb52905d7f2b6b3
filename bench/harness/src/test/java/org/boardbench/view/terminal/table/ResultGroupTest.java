package org.boardbench.view.terminal.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.table.StoredRow;
import org.junit.jupiter.api.Test;

class ResultGroupTest {
  /** The reports have the same file and expect the same of it. */
  @Test
  void itsMediansAreThoseOfTheReport() throws IOException {
    Map<String, ResultGroup> groups = groups();

    assertThat(groups.get("odd").median(StageTimes.RTT_P50_MS)).isEqualTo("0.834");
    assertThat(groups.get("odd").median(StageTimes.RTT_P95_MS)).isEqualTo("6.00");
    assertThat(groups.get("even").median(StageTimes.RTT_P50_MS)).isEqualTo("1.00");
    assertThat(groups.get("even").median(StageTimes.RTT_P95_MS)).isEqualTo("12.3");
    assertThat(groups.get("one-valid").median(StageTimes.RTT_P50_MS)).isEqualTo("2.00");
    assertThat(groups.get("one-valid").median(StageTimes.RTT_P95_MS)).isEqualTo("3.12");
    assertThat(groups.get("none-valid").median(StageTimes.RTT_P50_MS)).isEqualTo("450");
    assertThat(groups.get("none-valid").median(StageTimes.RTT_P95_MS)).isEqualTo("501");
    assertThat(groups.get("not-judged").median(StageTimes.RTT_P50_MS)).isEqualTo("1.50");
  }

  private static Map<String, ResultGroup> groups() throws IOException {
    try (InputStream file = ResultGroupTest.class.getResourceAsStream("medians.csv")) {
      List<String> lines = new String(file.readAllBytes(), UTF_8).lines().toList();
      String[] names = lines.getFirst().split(",", -1);
      Map<String, ResultGroup> groups = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int n = 0; n < names.length; n++) {
          row.put(names[n], cells[n]);
        }
        StoredStage stored = new StoredStage(StoredRow.of(row), List.of());
        groups
            .computeIfAbsent(cells[0], _ -> new ResultGroup(ResultGroup.Key.of(stored)))
            .add(stored);
      }
      return groups;
    }
  }
}
