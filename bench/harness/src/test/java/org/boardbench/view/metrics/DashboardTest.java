package org.boardbench.view.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Grafana's board asks for is what the harness serves. */
class DashboardTest {
  private static final Path BOARD = Path.of("../grafana/dashboards/boardbench.json");
  private static final Pattern NAME = Pattern.compile("boardbench_[a-z0-9_]+");

  @Test
  void everyMetricOfAPanelIsServed() throws IOException {
    Set<String> served = new TreeSet<>();
    Arrays.stream(Metric.values()).flatMap(DashboardTest::series).forEach(served::add);

    assertThat(served).containsAll(shown());
  }

  @Test
  void whateverAServerDoesToItsUsersAndTheirMessagesHasAPanel() throws IOException {
    assertThat(shown())
        .contains(
            "boardbench_disconnects_total",
            "boardbench_reconnects_total",
            "boardbench_connect_failures_total",
            "boardbench_messages_unserved_total",
            "boardbench_deliveries_lost_total",
            "boardbench_deliveries_duplicated_total",
            "boardbench_deliveries_reordered_total",
            "boardbench_deliveries_misrouted_total",
            "boardbench_frames_corrupt_total");
  }

  @Test
  void noPanelLiesOnAnotherAndEachHasANumberOfItsOwn() throws IOException {
    Set<String> cells = new TreeSet<>();
    Set<Integer> ids = new TreeSet<>();
    for (JsonNode panel : panels()) {
      String title = panel.path("title").asString();
      assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
      JsonNode place = panel.path("gridPos");
      for (int x = 0; x < place.path("w").asInt(); x++) {
        for (int y = 0; y < place.path("h").asInt(); y++) {
          String cell = (place.path("x").asInt() + x) + "," + (place.path("y").asInt() + y);
          assertThat(cells.add(cell)).as(title).isTrue();
        }
      }
    }
  }

  private static Stream<String> series(Metric metric) {
    return switch (metric.kind()) {
      case COUNTER -> Stream.of(metric.base() + "_total");
      case GAUGE -> Stream.of(metric.base());
      case HISTOGRAM -> Stream.of("_bucket", "_sum", "_count").map(metric.base()::concat);
      case INFO -> Stream.of(metric.base() + "_info");
    };
  }

  /** The names in all panels' queries. */
  private static Set<String> shown() throws IOException {
    Set<String> names = new TreeSet<>();
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.path("targets")) {
        NAME.matcher(target.path("expr").asString())
            .results()
            .map(MatchResult::group)
            .forEach(names::add);
      }
    }
    return names;
  }

  private static List<JsonNode> panels() throws IOException {
    List<JsonNode> panels = new ArrayList<>();
    JsonMapper.shared().readTree(Files.readString(BOARD)).path("panels").forEach(panels::add);
    assertThat(panels).isNotEmpty();
    return panels;
  }
}
