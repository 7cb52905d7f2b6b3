package org.boardbench.report.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.boardbench.report.stored.StageFigure;
import org.boardbench.report.stored.StoredStage;
import org.boardbench.report.table.NumberText;
import org.junit.jupiter.api.Test;

class MedianTest {
  /** The harness has the same file and expects the same of the table on the terminal. */
  @Test
  void theReportsMediansAreThoseOfTheTerminal() throws IOException {
    Map<String, StageGroup> groups =
        StageGroup.of(rows()).stream()
            .collect(Collectors.toMap(StageGroup::target, Function.identity()));

    assertThat(median(groups.get("odd"), StageFigure.RTT_P50_MS)).isEqualTo("0.834");
    assertThat(median(groups.get("odd"), StageFigure.RTT_P95_MS)).isEqualTo("6.00");
    assertThat(median(groups.get("even"), StageFigure.RTT_P50_MS)).isEqualTo("1.00");
    assertThat(median(groups.get("even"), StageFigure.RTT_P95_MS)).isEqualTo("12.3");
    assertThat(median(groups.get("one-valid"), StageFigure.RTT_P50_MS)).isEqualTo("2.00");
    assertThat(median(groups.get("one-valid"), StageFigure.RTT_P95_MS)).isEqualTo("3.12");
    assertThat(median(groups.get("none-valid"), StageFigure.RTT_P50_MS)).isEqualTo("450");
    assertThat(median(groups.get("none-valid"), StageFigure.RTT_P95_MS)).isEqualTo("501");
    assertThat(median(groups.get("not-judged"), StageFigure.RTT_P50_MS)).isEqualTo("1.50");
  }

  private static String median(StageGroup group, StageFigure figure) {
    return NumberText.rounded(group.spread(figure).median());
  }

  private static List<StoredStage> rows() throws IOException {
    try (InputStream file = MedianTest.class.getResourceAsStream("medians.csv")) {
      List<StoredStage> rows = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), UTF_8).lines().skip(1).toList()) {
        String[] cells = line.split(",", -1);
        rows.add(
            new StoredStage(
                cells[0] + "-r" + cells[3],
                cells[0],
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Map.of(
                    StageFigure.RTT_P50_MS, number(cells[5]),
                    StageFigure.RTT_P95_MS, number(cells[6])),
                "kernel",
                cells[4].isEmpty() ? Optional.empty() : Optional.of(Boolean.valueOf(cells[4])),
                List.of(),
                Map.of()));
      }
      return rows;
    }
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
