package org.boardbench.view.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.junit.Patience;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.trial.ProjectSpecimen;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.metrics.live.LiveMetrics;
import org.boardbench.view.metrics.live.MetricsPort;
import org.boardbench.view.web.RawClient;
import org.boardbench.view.web.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A short sweep, and pages that look at it in their ways. */
@Timeout(600)
class DashboardIT {
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  private static final String PLAN =
      """
      targets: [board]
      repetitions: 2
      workload: { boards: 2, rate: 10 }
      stages:
        - { users: 10, ramp: 500ms, hold: 2s }
        - { users: 20, ramp: 500ms, hold: 2s }
      """;

  @TempDir private Path folder;
  private ProjectSpecimen project;

  @BeforeEach
  void writeProject() throws Exception {
    project = new ProjectSpecimen(folder.resolve("project"));
  }

  private static LiveMetrics serve() throws Exception {
    return LiveMetrics.serve(new MetricsPort(OptionalInt.of(0), true), true, "test", NOWHERE);
  }

  /** Runs it, with somebody who acts beside the page. */
  private Path sweep(LiveMetrics metrics, EventConsumer<RunEvent> other) throws Exception {
    ExperimentPlan plan = project.plan(PLAN);
    Path out = folder.resolve("run");
    List<EventConsumer<RunEvent>> consumers = new ArrayList<>(metrics.consumers());
    consumers.add(other);
    List<String> troubles = new ArrayList<>();
    Sweep.Outcome outcome =
        new Sweep(plan, project.root(), EventBus.to(consumers, troubles::add, Patience.TIME))
            .run(project.results(), Optional.of(out));
    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(troubles).filteredOn(words -> !words.contains("lagged")).isEmpty();
    return out;
  }

  private static String key(CSVRecord row, String of) {
    return row.get("trial_id") + " " + row.get("stage") + " " + row.get(of);
  }

  /** What a page has in the end, whenever it came and went. */
  private static void assertThatItHas(List<Told> told, Path run) throws Exception {
    List<CSVRecord> stages = ProjectSpecimen.rows(run.resolve("stages.csv"));
    List<JsonNode> rows = Told.all(told, "row");
    assertThat(rows).hasSameSizeAs(stages);
    for (int number = 0; number < rows.size(); number++) {
      CSVRecord stage = stages.get(number);
      JsonNode cells = rows.get(number).path("cells");
      RunFeed.SHOWN.forEach(column ->
          assertThat(cells.path(column.name()).asString()).isEqualTo(stage.get(column.name())));
    }
    List<String> seconds =
        Told.all(told, "seconds").stream()
            .flatMap(block ->
                block
                    .path("second")
                    .valueStream()
                    .map(second ->
                        block.path("trial").asString()
                            + " "
                            + block.path("stage").asInt()
                            + " "
                            + second.asInt()))
            .toList();
    assertThat(seconds)
        .isEqualTo(
            ProjectSpecimen.rows(run.resolve("timeline.csv")).stream()
                .map(row -> key(row, "second"))
                .toList());
  }

  @Test
  void everyPageEndsWithTheRowsOfTheFilesAlsoOneThatWasClosedAndOpenedAgain() throws Exception {
    try (LiveMetrics metrics = serve();
        RawClient stays = new RawClient(metrics.dashboard().orElseThrow())) {
      stays.get("/events").until("event: hello\n");
      URI address = metrics.dashboard().orElseThrow();
      List<Told> before = new ArrayList<>();
      Path run =
          sweep(
              metrics,
              new EventConsumer<>() {
                @Override
                public String name() {
                  return "The tab";
                }

                @Override
                public void accept(RunEvent event) throws IOException {
                  if (event instanceof RunEvent.StageEnded && before.isEmpty()) {
                    try (RawClient tab = new RawClient(address)) {
                      before.addAll(Told.in(tab.get("/events").until("event: row\n")));
                    }
                  }
                }
              });
      stays.until("event: over\n");
      List<Told> after;
      try (RawClient again = new RawClient(address)) {
        String left = before.getLast().id();
        after = Told.in(again.get("/events", "Last-Event-ID: " + left).until("event: over\n"));
      }
      metrics.awaitLastScrape();

      List<Told> whole = Told.in(stays.text());
      assertThat(Told.all(whole, "second")).as("seconds under way").isNotEmpty();
      assertThatItHas(whole, run);
      assertThatItHas(Stream.concat(before.stream(), after.stream()).toList(), run);
      assertThat(after).extracting(Told::kind).doesNotContain("hello", "run");
    }
  }

  @Test
  void pagesThatHangAndFloodChangeNoCount() throws Exception {
    try (LiveMetrics metrics = serve()) {
      URI address = metrics.dashboard().orElseThrow();
      List<RawClient> hostile = new ArrayList<>();
      Path run =
          sweep(
              metrics,
              new EventConsumer<>() {
                @Override
                public String name() {
                  return "The flood";
                }

                @Override
                public void accept(RunEvent event) throws IOException {
                  if (event instanceof RunEvent.StageProgressed) {
                    hostile.add(new RawClient(address).get("/events"));
                    hostile.add(new RawClient(address).send("GET / HTTP/1.1\r\nX: "));
                    hostile.add(new RawClient(address).get("/metrics").get("/metrics"));
                  }
                }
              });

      assertThat(hostile).isNotEmpty();
      for (CSVRecord stage : ProjectSpecimen.rows(run.resolve("stages.csv"))) {
        assertThat(stage.get("scheduled")).isEqualTo(stage.get("sent"));
        assertThat(stage.get("lost")).isEqualTo("0");
      }
      for (RawClient client : hostile) {
        client.close();
      }
    }
  }
}
