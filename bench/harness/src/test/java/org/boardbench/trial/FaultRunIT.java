package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.host.cgroup.ControlGroups;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.boardbench.sut.link.PacketRules;
import org.boardbench.sut.process.Signals;
import org.boardbench.sut.process.Specimens;
import org.boardbench.trial.events.EventBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs in which something is made to fail. */
@Timeout(600)
class FaultRunIT {
  private static final String QUICK_RECONNECT =
      "reconnect: { first: 0ms, backoff: 50ms..100ms, jitter: 0 }\n";

  @TempDir private Path folder;

  private static String plan(String faults) {
    // A machine that others keep busy has seconds that are slow by themselves.
    return "targets: [board]\nworkload: { boards: 2, rate: 10 }\n"
        + "thresholds: { rtt_p99_ms: \"< 60000\" }\n"
        + QUICK_RECONNECT
        + "stages:\n  - { users: 8, ramp: 200ms, hold: 10s, faults: ["
        + faults
        + "] }\n";
  }

  @Test
  void ofAServerThatIsKilledAndStartedAgainEveryUserIsSeenToDropAndToComeBack() throws Exception {
    Sweep.Outcome outcome = run(plan("{ at: 1s..2s, kind: kill, for: 500ms }"));

    assertThat(outcome).as("a planned end fails no trial").isEqualTo(Sweep.Outcome.ALL_OK);
    CSVRecord event = only("events.csv");
    assertThat(event.get("kind")).isEqualTo("kill");
    assertThat(event.get("component")).isEqualTo("target");
    assertThat(number(event, "planned_ms")).isBetween(1_000.0, 2_000.0);
    assertThat(number(event, "at_ms")).isGreaterThanOrEqualTo(number(event, "planned_ms"));
    assertThat(number(event, "ended_ms")).isGreaterThanOrEqualTo(number(event, "at_ms") + 500);
    assertThat(event.get("pids")).matches("\\d+");
    CSVRecord stage = only("stages.csv");
    assertThat(number(stage, "joined")).isEqualTo(8);
    assertThat(number(stage, "disconnects")).isEqualTo(8);
    assertThat(number(stage, "reconnects")).isEqualTo(8);
    assertThat(number(stage, "owed"))
        .as("what was owed, whoever was there: 8 users, 10/s, 10 s, 4 on a board")
        .isEqualTo(8 * 10 * 10 * 4);
    assertThat(Double.parseDouble(stage.get("owed_lost_pct"))).isPositive();
    CSVRecord recovery = only("recovery.csv");
    assertThat(number(recovery, "dropped")).isEqualTo(8);
    assertThat(number(recovery, "returned")).isEqualTo(8);
    assertThat(number(event, "at_ms") + number(recovery, "detection_first_ms"))
        .as("nobody knows before it was due")
        .isGreaterThanOrEqualTo(number(event, "planned_ms"));
    assertThat(number(recovery, "detection_last_ms"))
        .isGreaterThanOrEqualTo(number(recovery, "detection_first_ms"));
    assertThat(number(recovery, "back_100_ms"))
        .as("nobody is back before the server is")
        .isGreaterThanOrEqualTo(500);
    assertThat(number(recovery, "attempts") - number(recovery, "attempts_failed"))
        .as("each came back with one attempt")
        .isEqualTo(8);
    double planned = number(event, "hold_ms") + number(event, "planned_ms");
    assertThat(rows("timeline.csv"))
        .filteredOn(second -> number(second, "disconnects") > 0)
        .as("nobody drops before")
        .allSatisfy(
            second -> assertThat(1_000 * (number(second, "second") + 1)).isGreaterThan(planned));
    assertThat(sum("reconnects")).isEqualTo(8);
  }

  @Test
  void usersWhoComeAndGoAreBackOrHaveLeftAfterAKillAndAddNothingToItsStorm() throws Exception {
    String faults = plan("{ at: 1s, kind: kill, for: 1s }");

    Sweep.Outcome outcome =
        run(
            faults.replace("faults: [", "churn: { stay: 1s, away: 300ms }, faults: [")
                + "deadlines: { join: 1s }\n");

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    CSVRecord recovery = only("recovery.csv");
    assertThat(number(recovery, "dropped")).isPositive();
    assertThat(number(recovery, "returned") + number(recovery, "left_away"))
        .isEqualTo(number(recovery, "dropped"));
    assertThat(recovery.get("away_max_ms")).isNotEmpty();
    assertThat(number(recovery, "attempts") - number(recovery, "attempts_failed"))
        .as("one for each who came back, and for each who left in the midst of one")
        .isBetween(number(recovery, "returned"), number(recovery, "dropped"));
  }

  @Test
  void whoIsCutComesBackAndTheServerLives() throws Exception {
    Sweep.Outcome outcome = run(plan("{ at: 1s, kind: cut, share: 50% }"));

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(only("events.csv").get("connections")).isEqualTo("4");
    CSVRecord stage = only("stages.csv");
    assertThat(number(stage, "disconnects")).isEqualTo(4);
    assertThat(number(stage, "reconnects")).isEqualTo(4);
    assertThat(stage.get("disconnect_causes")).isEqualTo("cut as planned ×4");
  }

  @Test
  void aServerThatIsStoppedForAWhileLosesNobody() throws Exception {
    Sweep.Outcome outcome = run(plan("{ at: 1s, kind: stop, for: 1s }"));

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    CSVRecord stage = only("stages.csv");
    assertThat(number(stage, "disconnects")).isZero();
    assertThat(number(stage, "lost")).isZero();
    assertThat(number(stage, "rtt_max_ms")).as("who sent right then waited").isGreaterThan(500);
  }

  @Test
  void aNetworkThatIsSlowForAWhileIsSeenInTheTimesAndLosesNobody() throws Exception {
    Sweep.Outcome outcome = run(plan("{ at: 1s, kind: slow, delay: 300ms, for: 1s }"));

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    CSVRecord event = only("events.csv");
    assertThat(event.get("kind")).isEqualTo("slow");
    assertThat(event.get("component")).isEqualTo("driver");
    assertThat(event.get("pids")).isEmpty();
    assertThat(number(event, "ended_ms")).isGreaterThanOrEqualTo(number(event, "at_ms") + 1_000);
    CSVRecord stage = only("stages.csv");
    assertThat(number(stage, "disconnects")).isZero();
    assertThat(number(stage, "lost")).isZero();
    assertThat(number(stage, "rtt_max_ms")).as("both ways").isGreaterThanOrEqualTo(600);
    assertThat(number(only("recovery.csv"), "dropped")).isZero();
  }

  @Test
  void usersWhoArePartedForAWhileLoseNothingAndAllIsWellAfterwards() throws Exception {
    PacketRules.assumeTheyCanBeSet();
    Sweep.Outcome outcome = run(plan("{ at: 1s, kind: partition, for: 1s }"));

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(only("events.csv").get("component")).isEqualTo("driver");
    CSVRecord stage = only("stages.csv");
    assertThat(number(stage, "disconnects")).isZero();
    assertThat(number(stage, "lost")).isZero();
    assertThat(number(stage, "rtt_max_ms")).as("who sent right then waited").isGreaterThan(500);
    assertThat(only("recovery.csv").get("recovery_ms")).isNotEmpty();
  }

  @Test
  void aLimitThatTheKernelRefusesFailsItsTrialAndIsLiftedAgain() throws Exception {
    ControlGroups.assumeTheyCanBeMade();
    Sweep.Outcome outcome = run(plan("{ at: 1s, kind: fill, memory: 16m, for: 1s }"));

    assertThat(outcome).as("a JVM needs more").isEqualTo(Sweep.Outcome.SOME_FAILED);
    assertThat(only("trials.csv").get("reason")).containsAnyOf("memory", "16m");
    assertThat(rows("stages.csv")).hasSize(1);
  }

  @Test
  void aFaultThatCannotComeFailsTheTrialWithItsReasonAndItsStageIsKept() throws Exception {
    Sweep.Outcome outcome = run(plan("{ at: 1s, kind: kill, what: worker }"));

    assertThat(outcome).isEqualTo(Sweep.Outcome.SOME_FAILED);
    CSVRecord trial = only("trials.csv");
    assertThat(trial.get("reason"))
        .contains("kill of worker at 1s failed: its server has no worker processes");
    assertThat(trial.get("server_ended_users")).isEmpty();
    assertThat(only("events.csv").get("at_ms")).isEmpty();
    assertThat(rows("stages.csv")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whenARunIsBrokenOffNoStoppedProcessStays(String signal, int status) throws Exception {
    new ProjectSpecimen(folder);
    Path experiment = folder.resolve("stopped.yaml");
    Files.writeString(experiment, plan("{ at: 10ms, kind: stop, for: 9s }"));
    Path output = folder.resolve("output.txt");
    Process harness =
        Children.builder(Signals.asInATerminal(command(experiment)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      Patience.await("the server is stopped", () -> isAnyStopped(harness));
      List<ProcessHandle> servers = harness.descendants().toList();

      Signals.send(signal, harness);

      assertThat(harness.waitFor()).as(Files.readString(output)).isEqualTo(status);
      assertThat(servers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
      assertThat(Specimens.groupsOf(harness.pid())).isEmpty();
    } finally {
      harness.destroyForcibly();
    }
  }

  private List<String> command(Path experiment) {
    return HarnessCommand.run(
        folder, "--out", folder.resolve("out").toString(), experiment.toString());
  }

  private static boolean isAnyStopped(Process harness) {
    assertThat(harness.isAlive()).as("the harness runs").isTrue();
    return harness
        .descendants()
        .anyMatch(process ->
            ProcFs.SYSTEM
                .read(process.pid() + "/stat")
                .filter(line -> line.startsWith("T", line.lastIndexOf(')') + 2))
                .isPresent());
  }

  private Sweep.Outcome run(String yaml) throws Exception {
    ProjectSpecimen project = new ProjectSpecimen(folder);
    return ProjectSpecimen.coldSweep(project.plan(yaml), folder, EventBus.toNobody())
        .run(project.results(), Optional.of(folder.resolve("out")));
  }

  private List<CSVRecord> rows(String table) throws IOException {
    return ProjectSpecimen.rows(folder.resolve("out").resolve(table));
  }

  private CSVRecord only(String table) throws IOException {
    assertThat(rows(table)).as(table).hasSize(1);
    return rows(table).getFirst();
  }

  private double sum(String column) throws IOException {
    return rows("timeline.csv").stream().mapToDouble(second -> number(second, column)).sum();
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
