package org.boardbench.view.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredRun;
import org.boardbench.trial.ProjectSpecimen;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.Acting;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.Heard;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.metrics.export.ExportException;
import org.boardbench.view.metrics.export.RunExport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A short sweep and the real database: as it is collected, and as it is sent afterwards. */
class VictoriaMetricsIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  /** Counters, and the column of their totals in a stage's row. */
  private static final Map<String, String> HOLD_TOTALS =
      Map.of(
          "messages_sent_total", "sent",
          "deliveries_expected_total", "expected",
          "deliveries_total", "delivered",
          "deliveries_lost_total", "lost",
          // Nothing is lost, so that every message came back.
          "rtt_seconds_count", "sent",
          "delivery_time_seconds_count", "delivered");

  private static final Map<String, String> RAMP_TOTALS =
      Map.of(
          "messages_sent_total", "ramp_sent",
          "deliveries_expected_total", "ramp_expected",
          "deliveries_lost_total", "ramp_lost");

  @TempDir private Path folder;
  private Path program;
  private ProjectSpecimen project;

  @BeforeEach
  void findTheProgram() throws Exception {
    program = VictoriaMetrics.program(ROOT);
    project = new ProjectSpecimen(folder.resolve("project"));
  }

  /** A database that gets no CPU while a stage is under way has not seen it: then a longer one. */
  @Test
  void everyPanelShowsASweepWhoseTotalsAreItsRowsLiveAndExported() throws Exception {
    List<String> empty = List.of();
    for (String hold : List.of("2s", "10s", "50s")) {
      empty = emptyPanelsOfASweep(hold);
      if (empty.isEmpty()) {
        return;
      }
    }
    assertThat(empty).as("panels without data").isEmpty();
  }

  /** With all else that is so of a sweep whose every panel has data. */
  private List<String> emptyPanelsOfASweep(String hold) throws Exception {
    ExperimentPlan plan =
        project.plan(
            """
            targets: [board]
            workload: { boards: 2, rate: 10 }
            stages:
              - { users: 10, ramp: 500ms, hold: %s }
              - { users: 20, ramp: 500ms, hold: %s }
            """
                .formatted(hold, hold));
    try (LiveMetrics metrics = serve();
        VictoriaMetrics live = database("live-" + hold, metrics.uri().orElseThrow())) {
      double startSeconds = System.currentTimeMillis() / 1e3;
      StoredRun run = sweep(plan, metrics, new Heard<>(), "run-" + hold);
      metrics.awaitLastScrape();

      List<String> empty = emptyPanels(live, startSeconds);
      if (!empty.isEmpty()) {
        return empty;
      }
      assertThatTotalsAreTheRows(live, run);
      assertThatThrownBy(() -> new RunExport(run, live.uri(), NOWHERE).send(false))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("collected while it ran: give --replace");
      assertThatAnExportGivesTheSame(run);
      return empty;
    }
  }

  private void assertThatAnExportGivesTheSame(StoredRun run) throws Exception {
    try (VictoriaMetrics fresh = database("fresh", null)) {
      new RunExport(run, fresh.uri(), NOWHERE).send(false);
      assertThatTotalsAreTheRows(fresh, run);
      double samples = fresh.number("sum(count_over_time({run=\"" + run.runId() + "\"}[1h]))");
      Instant measuredFrom =
          Instant.parse(run.results().trials().getFirst().text(TrialColumns.MEASURED_FROM));
      assertThat(
              fresh.number(
                  "min(tfirst_over_time(boardbench_messages_sent_total{stage=\"1\"}[1h]))"))
          .isEqualTo(measuredFrom.toEpochMilli() / 1e3);

      new RunExport(run, fresh.uri(), NOWHERE).send(false);

      assertThat(fresh.number("sum(count_over_time({run=\"" + run.runId() + "\"}[1h]))"))
          .as("to send it again changes nothing")
          .isEqualTo(samples);
    }
  }

  @Test
  void aRunOfEarlierDaysIsThereOnceItHasBeenSent() throws Exception {
    StoredRun reference = StoredRun.read(ROOT.resolve("results/reference"));
    double sent =
        reference.results().stages().stream()
            .mapToDouble(row -> row.figure(StageCounts.SENT))
            .sum();
    try (VictoriaMetrics fresh = database("fresh", null)) {
      new RunExport(reference, fresh.uri(), NOWHERE).send(false);

      fresh.awaitNumber(
          "sum(last_over_time(boardbench_messages_sent_total{phase=\"hold\"}[50y]))", sent);
    }
  }

  @Test
  void aSweepDoesNotNoticeThatWhoCollectsItDies() throws Exception {
    ExperimentPlan plan =
        project.plan(
            """
            targets: [board]
            workload: { boards: 2 }
            stages: [ { users: 4, ramp: 200ms, hold: 2s } ]
            """);
    try (LiveMetrics metrics = serve();
        VictoriaMetrics dies = database("dies", metrics.uri().orElseThrow())) {
      Acting<RunEvent> killer =
          new Acting<>(
              "The killer",
              event -> {
                if (event instanceof RunEvent.StageStarted) {
                  dies.kill();
                }
              });

      StoredRun run = sweep(plan, metrics, killer, "run");

      StoredRow<StageRecord> stage = run.results().stages().getFirst();
      assertThat(stage.text(StageCounts.SENT)).isEqualTo("8");
      assertThat(stage.text(StageCounts.LOST)).isEqualTo("0");
    }
  }

  private LiveMetrics serve() throws Exception {
    return LiveMetrics.serve(new MetricsPort(OptionalInt.of(0), true), false, "test", NOWHERE);
  }

  private VictoriaMetrics database(String name, URI page) throws Exception {
    Path data = Files.createDirectories(folder.resolve(name));
    return VictoriaMetrics.start(program, data, page);
  }

  private StoredRun sweep(
      ExperimentPlan plan, LiveMetrics metrics, EventConsumer<RunEvent> other, String name)
      throws Exception {
    Path out = folder.resolve(name);
    List<EventConsumer<RunEvent>> consumers = new ArrayList<>(metrics.consumers());
    consumers.add(other);
    Sweep.Outcome outcome =
        new Sweep(plan, project.root(), EventBus.to(consumers, NOWHERE::println))
            .run(project.results(), Optional.of(out));
    assertThat(outcome)
        .as(Files.readString(out.resolve("trials.csv")))
        .isEqualTo(Sweep.Outcome.ALL_OK);
    return StoredRun.read(out);
  }

  private static List<String> emptyPanels(VictoriaMetrics database, double startSeconds)
      throws Exception {
    List<String> empty = new ArrayList<>();
    int queries = 0;
    for (JsonNode panel : board().path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        String query =
            target
                .path("expr")
                .asString()
                .replaceAll("\\$(run|target)", ".*")
                .replace("$__rate_interval", "4s");
        queries++;
        if (!database.hasData(query, startSeconds)) {
          empty.add(panel.path("title").asString() + ": " + query);
        }
      }
    }
    assertThat(queries).isGreaterThan(20);
    return empty;
  }

  private static JsonNode board() throws Exception {
    return JsonMapper.shared()
        .readTree(Files.readString(ROOT.resolve("bench/grafana/dashboards/boardbench.json")));
  }

  private static void assertThatTotalsAreTheRows(VictoriaMetrics database, StoredRun run)
      throws Exception {
    List<CSVRecord> rows = ProjectSpecimen.rows(run.folder().resolve("stages.csv"));
    assertThat(rows).hasSize(2);
    for (CSVRecord row : rows) {
      assertThatTotalsAre(database, row, "hold", HOLD_TOTALS);
      assertThatTotalsAre(database, row, "ramp", RAMP_TOTALS);
    }
  }

  private static void assertThatTotalsAre(
      VictoriaMetrics database, CSVRecord row, String phase, Map<String, String> totals)
      throws Exception {
    for (Map.Entry<String, String> total : totals.entrySet()) {
      String series =
          "boardbench_%s{run=\"%s\",target=\"board\",trial=\"board-r1\",stage=\"%s\",phase=\"%s\"}"
              .formatted(total.getKey(), row.get("run_id"), row.get("stage"), phase);
      database.awaitNumber(
          "last_over_time(" + series + "[1h])", Double.parseDouble(row.get(total.getValue())));
    }
  }
}
