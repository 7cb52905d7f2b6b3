package org.boardbench.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.TableSpec;
import org.boardbench.view.metrics.live.MetricsPort;
import org.boardbench.view.terminal.ProgressView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunEndTest {
  @TempDir private Path run;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Map<String, String>> rows = new ArrayList<>();
  private String stopping = "{}";
  private String stored = "{}";

  private void start(int repetition, int users, String p99, boolean isValid) {
    Map<String, String> row = new HashMap<>();
    row.put("trial_id", "zoo-r" + repetition);
    row.put("target", "zoo");
    row.put("repetition", Integer.toString(repetition));
    row.put("users", Integer.toString(users));
    row.put("status", "ok");
    row.put("rtt_p99_ms", p99);
    row.put("valid", Boolean.toString(isValid));
    rows.add(row);
  }

  private int end(String thresholds, int status) throws InputException, IOException {
    Files.writeString(
        run.resolve("run.json"),
        "{\"format\": 1, \"run_id\": \"x-1\", \"stopping\": %s, \"plan\": %s}"
            .formatted(stopping, stored));
    write(StageColumns.TABLE, rows);
    write(
        TrialColumns.TABLE,
        List.copyOf(
            rows.stream()
                .collect(Collectors.toMap(row -> row.get("trial_id"), row -> row, (a, b) -> a))
                .values()));
    ExperimentPlan plan =
        new PlanReader(Set.of("zoo"))
            .read(
                "x.yaml",
                "targets: [zoo]\nstages: [{ users: 20, hold: 5s }]\nthresholds: " + thresholds,
                PlanOverrides.NONE);
    PrintStream terminal = new PrintStream(out, true, StandardCharsets.UTF_8);
    RunRequest request =
        new RunRequest(
            plan,
            false,
            List.of(),
            run,
            run,
            Optional.empty(),
            Optional.empty(),
            Optional.of(run.resolve("summary.json")),
            Optional.of(run.resolve("junit.xml")),
            MetricsPort.DEFAULT,
            true,
            ProgressView.quiet(terminal, OptionalInt.empty()),
            Optional.empty());
    return new RunEnd(request, "x-1", run).tell(status, terminal);
  }

  /** Of all starts so far, the same in each. */
  private void classes(String messageClass, String p99, String latePct) throws IOException {
    List<Map<String, String>> classes = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> ofClass = new HashMap<>(row);
      ofClass.put("class", messageClass);
      ofClass.put("rtt_p99_ms", p99);
      ofClass.put("late_pct", latePct);
      classes.add(ofClass);
    }
    write(ClassColumns.TABLE, classes);
  }

  private <R> void write(TableSpec<R> spec, List<Map<String, String>> cells) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", spec.header()));
    for (Map<String, String> row : cells) {
      lines.add(
          spec.columns().stream()
              .map(column -> row.getOrDefault(column.name(), unmeasured(column)))
              .collect(Collectors.joining(",")));
    }
    Files.writeString(run.resolve(spec.fileName()), String.join("\r\n", lines) + "\r\n");
  }

  private static String unmeasured(Column<?> column) {
    return switch (column.type()) {
      case NAME -> "x";
      case NUMBER -> "1";
      default -> "";
    };
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aBrokenThresholdEndsARunWithThreeAndIsNamedWithValueIntervalAndLoad() throws Exception {
    start(1, 20, "40", true);
    start(2, 20, "41", true);
    start(3, 20, "42", true);

    assertThat(end("{ rtt_p99_ms: \"< 10\", tps: \"> 5\" }", ExitStatus.OK)).isEqualTo(3);

    assertThat(told())
        .isEqualTo(
            """
            Threshold: zoo at 20 users: rtt_p99_ms < 10 broken: 41 ms (95 % interval 38.6 to\
             43.6), n = 3; by the interval
            Threshold: zoo at 20 users: tps > 5 not judged: not measured
            0 of 2 thresholds hold.
            """);
    assertThat(
            JsonMapper.shared()
                .readTree(Files.readString(run.resolve("summary.json")))
                .path("exit_status")
                .asInt())
        .isEqualTo(3);
    assertThat(run.resolve("junit.xml")).content().contains("failures=\"1\"");
  }

  @Test
  void aThresholdOfAMessageClassIsJudgedByItsRowsAlone() throws Exception {
    start(1, 20, "40", true);
    start(2, 20, "41", false);
    classes("cursor", "4", "7.5");

    assertThat(
            end(
                "{ rtt_p99_ms: \"< 50\", cursor: { rtt_p99_ms: \"< 5\", late_pct: \"< 5\" },"
                    + " stroke: { rtt_p99_ms: \"< 5\" } }",
                ExitStatus.OK))
        .isEqualTo(3);

    assertThat(told())
        .contains("zoo at 20 users: late_pct of cursor < 5 broken: 7.5 %, n = 1; by the values")
        .contains("zoo at 20 users: rtt_p99_ms of stroke < 5 not judged: no row of that load")
        .endsWith("2 of 4 thresholds hold.\n");
    assertThat(run.resolve("summary.json")).content().contains("\"class\" : \"cursor\"");
  }

  @Test
  void aRunThatARuleEndedIsJudgedByTheIntervalThatItsRuleAsksFor() throws Exception {
    start(1, 20, "40", true);
    start(2, 20, "41", true);
    start(3, 20, "42", true);
    assertThat(end("{ rtt_p99_ms: \"> 38\" }", ExitStatus.OK)).isZero();
    assertThat(told()).isEqualTo("1 of 1 thresholds hold.\n");
    out.reset();
    stopping = "{\"confidence\": 0.99}";

    assertThat(end("{ rtt_p99_ms: \"> 38\" }", ExitStatus.OK)).isZero();

    assertThat(told())
        .contains("not decided: 41 ms (99 % interval 35.6 to 47.1), n = 3; by the interval");
    assertThat(run.resolve("summary.json")).content().contains("\"confidence\" : 0.99");
  }

  @Test
  void thresholdsThatHoldAreCountedAndAFailedTrialStaysOne() throws Exception {
    start(1, 20, "40", true);

    assertThat(end("{ rtt_p99_ms: \"< 50\" }", ExitStatus.OK)).isZero();
    assertThat(told()).isEqualTo("1 of 1 thresholds hold.\n");

    assertThat(end("{ rtt_p99_ms: \"< 10\" }", ExitStatus.FAILED)).isEqualTo(1);
  }

  @Test
  void aLoadWithInvalidRowsAloneDoesNotPassSilently() throws Exception {
    start(1, 20, "400", false);

    assertThat(end("{ rtt_p99_ms: \"< 50\" }", ExitStatus.OK)).isZero();

    assertThat(told())
        .contains(
            "Threshold: zoo at 20 users: rtt_p99_ms < 50 not judged: the only row is invalid");
  }

  @Test
  void aTrialForAProfileIsNamedAndNothingOfItIsJudged() throws Exception {
    stored = "{\"repetitions\": 1, \"profile\": 1}";
    start(1, 20, "40", true);
    start(2, 20, "4000", false);

    assertThat(end("{ rtt_p99_ms: \"< 50\" }", ExitStatus.OK)).isZero();

    assertThat(told()).isEqualTo("1 of 1 thresholds hold.\n");
    JsonNode json = JsonMapper.shared().readTree(Files.readString(run.resolve("summary.json")));
    assertThat(json.path("figures")).isNotEmpty();
    assertThat(json.path("figures")).allMatch(figure -> figure.path("rows").asInt() == 1);
    assertThat(json.path("trials"))
        .filteredOn(trial -> trial.path("profiled").asBoolean())
        .extracting(trial -> trial.path("trial_id").asString())
        .containsExactly("zoo-r2");
    assertThat(run.resolve("junit.xml")).content().contains("there for a profile alone");
  }

  @Test
  void aPlanWithoutThresholdsEndsAsItsTrialsDid() throws Exception {
    start(1, 20, "40", true);

    assertThat(end("{}", ExitStatus.OK)).isZero();

    assertThat(told()).isEmpty();
  }
}
