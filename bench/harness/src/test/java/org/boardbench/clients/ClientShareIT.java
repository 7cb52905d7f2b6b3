package org.boardbench.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.table.StoredTable;
import org.boardbench.trial.ProjectSpecimen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientShareIT {
  private static final String PLAN =
      """
      targets: [reference]
      workload: { boards: 2, rate: 10 }
      stages: [ { users: 4, ramp: 200ms, hold: 1s } ]
      """;

  /** It sends nothing, and says so for a hold that begins now. */
  private static final String IDLE =
      """
      title: Idle
      start:
        - sh
        - -c
        - >-
          now=$(date +%s%3N); sleep 1.1;
          printf 'sent_ms,rtt_ms\\n%s,2.5\\n' "$now" >"$1/samples.csv";
          printf '{"hold_start_ms": %s, "connected": 0, "sent": 0}' "$now" >"$1/counts.json"
        - sh
        - "{output}"
      versions: { idle: [echo, "1.2.3"] }
      """;

  @TempDir private Path folder;
  private ProjectSpecimen project;
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void layOutTheProject() throws IOException {
    project = new ProjectSpecimen(folder);
    Path reference = Files.createDirectory(folder.resolve("targets/reference"));
    Files.copy(folder.resolve("targets/board/target.yaml"), reference.resolve("target.yaml"));
    client("idle", IDLE);
    client("dies", "title: Dies\nstart: [sh, -c, 'echo no such option; exit 3']\n");
    client("silent", "title: Silent\nstart: [sh, -c, 'exit 0']\n");
    client(
        "absent",
        """
        title: Absent
        requires:
          boardbench-no-such-tool:
            oldest: 1
            version: [boardbench-no-such-tool, version]
            install: install it
        start: [boardbench-no-such-tool]
        """);
  }

  @Test
  void theSentinelsTheServersBooksAndOurDriverAgreeToTheLastDelivery() throws Exception {
    assertThat(run("boardbench")).isEqualTo(ClientShare.Outcome.ALL_OK);

    CSVRecord row = rows().getFirst();
    assertThat(row.toMap())
        .contains(
            Map.entry("client", "boardbench"),
            Map.entry("ok", "true"),
            Map.entry("joined", "4"),
            Map.entry("scheduled", "40"),
            Map.entry("sent", "40"),
            Map.entry("expected", "80"),
            Map.entry("lost", "0"),
            Map.entry("sentinel_seen", "40"),
            Map.entry("sentinel_lost", "0"),
            Map.entry("sentinel_cpu_mean_pct", ""),
            Map.entry("valid", "false"));
    assertThat(row.get("invalid_reasons")).contains("few-beyond 2 < 10");
    assertThat(row.get("books_deliveries")).isEqualTo(row.get("books_received"));
    for (String measured :
        List.of("rtt_p95_ms", "service_p95_ms", "sentinel_p95_ms", "client_cpu_mean_pct")) {
      assertThat(row.get(measured)).as(measured).isNotEmpty();
    }
  }

  @Test
  void aClientThatFailsHasARowWithTheReasonAndOneThatIsMissingALineTheOthersRun() throws Exception {
    assertThat(run("absent", "dies", "idle", "silent")).isEqualTo(ClientShare.Outcome.SOME_FAILED);

    List<CSVRecord> rows = rows();
    assertThat(rows).hasSize(3);
    assertThat(row(rows, "dies").get("ok")).isEqualTo("false");
    assertThat(row(rows, "dies").get("valid")).isEmpty();
    assertThat(row(rows, "dies").get("reason"))
        .startsWith("dies exited with status 3")
        .endsWith("its last lines: no such option");
    assertThat(row(rows, "silent").get("reason"))
        .isEqualTo("the client left no counts.json that can be read");
    assertThat(row(rows, "idle").toMap())
        .contains(
            Map.entry("ok", "true"),
            Map.entry("version", "1.2.3"),
            Map.entry("sent", "0"),
            Map.entry("expected", ""),
            Map.entry("loss_pct", ""),
            Map.entry("rtt_mean_ms", "2.500"),
            Map.entry("valid", "false"),
            Map.entry("invalid_figures", "rtt loss sentinel sentinel-loss"),
            Map.entry("sentinel_seen", "0"),
            Map.entry("books_deliveries", "0"),
            Map.entry("books_received", ""));
    assertThat(lines)
        .anyMatch(line ->
            line.startsWith("Skipping absent: boardbench-no-such-tool: 1 or newer is needed"));
    assertThat(Files.readString(runFolder().resolve("client-share.json")))
        .contains("\"complete\" : true", "boardbench-no-such-tool: 1 or newer is needed by absent");
    assertThat(StoredTable.read(runFolder(), ClientColumns.TABLE).rows()).hasSize(3);
  }

  @Test
  void aToolOfAnotherMajorVersionIsSaidWithTheOnesThatWouldDo() throws Exception {
    client(
        "new",
        """
        title: New
        requires: { tool: { oldest: 1, version: [echo, "tool 3.1.4"], install: install it } }
        majors: { tool: [1, 2] }
        start: [tool]
        """);

    assertThat(run("new")).isEqualTo(ClientShare.Outcome.ALL_OK);

    assertThat(lines)
        .contains(
            "Skipping new: tool 3.1.4 is of another major version than it is written for (1, 2)");
    assertThat(rows()).isEmpty();
  }

  @Test
  void whatNoClientCanBeAskedForIsRefusedBeforeAnythingStarts() throws Exception {
    ExperimentPlan warm = plan(PLAN + "warm-up: { users: 4, hold: 1s }\n");

    assertThatThrownBy(() -> run(warm, "idle"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("warm-up");
    assertThatThrownBy(() -> run("idel"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("unknown client \"idel\"; known: boardbench, absent, dies, idle");
    assertThat(project.results()).doesNotExist();
  }

  private void client(String name, String manifest) throws IOException {
    Path client = Files.createDirectories(folder.resolve("bench/clients").resolve(name));
    Files.writeString(client.resolve("client.yaml"), manifest);
  }

  private static ExperimentPlan plan(String yaml) throws InputException {
    return new PlanReader(Set.of("reference")).read("specimen.yaml", yaml, PlanOverrides.NONE);
  }

  private ClientShare.Outcome run(String... clients) throws Exception {
    return run(plan(PLAN), clients);
  }

  private ClientShare.Outcome run(ExperimentPlan plan, String... clients) throws Exception {
    return new ClientShare(plan, List.of(clients), folder, this::told)
        .run(project.results(), Optional.empty());
  }

  private void told(ClientEvent event) {
    if (event instanceof ClientEvent.Preparation(String line)) {
      lines.add(line);
    }
  }

  private Path runFolder() throws IOException {
    try (var runs = Files.list(project.results())) {
      return runs.findFirst().orElseThrow();
    }
  }

  private List<CSVRecord> rows() throws IOException {
    return ProjectSpecimen.rows(runFolder().resolve("clients.csv"));
  }

  private static CSVRecord row(List<CSVRecord> rows, String client) {
    return rows.stream().filter(row -> row.get("client").equals(client)).findFirst().orElseThrow();
  }
}
