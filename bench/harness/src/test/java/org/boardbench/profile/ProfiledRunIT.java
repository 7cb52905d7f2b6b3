package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.trial.Onlooker;
import org.boardbench.trial.ProjectSpecimen;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.EventBus;
import org.boardbench.view.terminal.table.ResultTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProfiledRunIT {
  @TempDir private Path folder;

  private Path run;

  @BeforeEach
  void profileAServer() throws Exception {
    ProjectSpecimen project = new ProjectSpecimen(folder);
    ExperimentPlan plan =
        project.plan(
            """
            targets: [board]
            profile: 1
            workload: { boards: 2, rate: 200 }
            stages: [ { users: 20, ramp: 200ms, hold: 3s } ]
            """);
    try (ProfilingOnlooker profiling = new ProfilingOnlooker(Onlooker.NONE)) {
      Sweep.Outcome outcome =
          new Sweep(
                  plan, project.root(), EventBus.toNobody(), List.of(), profiling, Optional.empty())
              .run(project.results(), Optional.empty());
      assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    }
    try (var runs = Files.list(project.results())) {
      run = runs.findFirst().orElseThrow();
    }
  }

  @Test
  void aTrialAfterAllOthersSaysWhatTheServersTimeWentIntoAndIsMarked() throws IOException {
    List<CSVRecord> stages = ProjectSpecimen.rows(run.resolve("stages.csv"));
    List<CSVRecord> profile = ProjectSpecimen.rows(run.resolve("profile.csv"));

    assertThat(stages).hasSize(2);
    assertThat(stages.getFirst().get("invalid_reasons")).doesNotContain("profiled");
    assertThat(stages.getLast().get("invalid_reasons")).contains("profiled 500 > 0");
    assertThat(profile).allMatch(row -> row.get("trial_id").equals("board-p1"));
    assertThat(sum(profile, "share_pct")).isBetween(99.9, 100.1);
    assertThat(ms(profile, "kernel-network")).isPositive();
    assertThat(sum(profile, "samples")).isPositive();
    // The same CPU time by the resource sampler, which may be a tick or two a thread off.
    assertThat(sum(profile, "us_per_delivery"))
        .isBetween(
            0.5 * Double.parseDouble(stages.getLast().get("cpu_us_per_delivery")),
            2 * Double.parseDouble(stages.getLast().get("cpu_us_per_delivery")));
  }

  @Test
  void theClosingTableSaysThatThereWasOneAndLeavesItOut() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultTable.print(run, new PrintStream(out, true, StandardCharsets.UTF_8), OptionalInt.empty());

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(" of 1 rows are valid")
        .contains(" 1 trial was there for a profile alone")
        .doesNotContain("Medians over repetitions", "profiled (");
  }

  @Test
  void threadsAndStacksAreKept() throws IOException {
    List<CSVRecord> threads = ProjectSpecimen.rows(run.resolve("threads.csv"));
    List<String> stacks = Files.readAllLines(run.resolve("trials/board-p1/profile/stage-1.folded"));

    assertThat(sum(threads, "user_ms") + sum(threads, "kernel_ms")).isPositive();
    assertThat(threads).allMatch(row -> row.get("component").equals("server"));
    assertThat(stacks).anyMatch(line -> line.contains("org.boardbench.reference."));
    assertThat(stacks).allMatch(line -> line.matches(".+ \\d+"));
  }

  private static double ms(List<CSVRecord> rows, String category) {
    return rows.stream()
        .filter(row -> row.get("category").equals(category))
        .mapToDouble(row -> Double.parseDouble(row.get("cpu_ms")))
        .sum();
  }

  private static double sum(List<CSVRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).sum();
  }
}
