package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.account.ledger.ScriptedResult;
import org.boardbench.core.EpochClock;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.junit.Patience;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.results.row.TrialKey;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.Specimens;
import org.boardbench.trial.Onlooker;
import org.boardbench.trial.ProjectSpecimen;
import org.boardbench.verdict.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several processes of Node are one server. */
@EnabledOnOs(OS.LINUX)
class ProfiledClusterIT {
  private static final int PROCESSES = 3;
  private static final long TICKS = 30;

  private static final TrialId TRIAL = new TrialId("cluster-r1", "cluster", 1, 1);

  @TempDir private Path folder;

  private final List<String> notes = new ArrayList<>();
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();
  private RunningTarget target;

  @BeforeEach
  void launch() throws Exception {
    HostEnvironment host = HostEnvironment.of(folder);
    assumeTrue(host.which("node").isPresent(), "Node is not here");
    TargetManifest manifest = TargetManifestReader.read(Specimens.copy("cluster", folder));
    target =
        Launcher.process(
                manifest,
                manifest.values(Map.of()),
                ProcessPlace.anywhere(host),
                processes,
                new LoopbackPorts())
            .launch(folder.resolve("log"), Duration.ofSeconds(60), Duration.ofSeconds(20));
  }

  @AfterEach
  void end() {
    if (target != null) {
      target.close();
    }
    processes.close();
  }

  @Test
  void allProcessesOfAServerMakeOneProfile() throws Exception {
    Patience.await("all workers", () -> server().size() == PROCESSES);
    ScriptedResult stage = new ScriptedResult();
    stage.receivedInHold = 1000;
    try (ProfileTables tables = ProfileTables.of(folder);
        ProfileWatch watch = ProfileWatch.start(scene(), tables)) {
      watch.holdStarted(stage.spec, 0);
      List<ProcStat> before = server();
      Patience.await("all have worked", () -> haveWorkedSince(before));
      watch.holdEnded();
      watch.stageEnded(
          new StageRow(TRIAL, stage.result(), HoldCosts.UNKNOWN, new Verdict(List.of())),
          OptionalDouble.empty());
    }

    assertThat(notes).isEmpty();
    List<CSVRecord> threads = ProjectSpecimen.rows(folder.resolve("threads.csv"));
    assertThat(threads.stream().filter(row -> row.get("threads").equals("(main)")))
        .extracting(row -> row.get("process"))
        .containsExactly("1", "2", "3");
    List<CSVRecord> profile = ProjectSpecimen.rows(folder.resolve("profile.csv"));
    assertThat(sum(profile, "share_pct")).isCloseTo(100, within(0.1));
    assertThat(sum(profile, "cpu_ms"))
        .isCloseTo(sum(threads, "user_ms") + sum(threads, "kernel_ms"), within(0.1));
    List<String> stacks = Files.readAllLines(folder.resolve("profile/stage-1.folded"));
    for (String function : List.of("primary", "worker1", "worker2")) {
      assertThat(ms(stacks, "application;(main);", "server.js:" + function))
          .as(function)
          .isPositive();
    }
  }

  private Onlooker.Scene scene() throws Exception {
    return new Onlooker.Scene(
        new TrialKey("run", TRIAL.id(), TRIAL.target(), TRIAL.repetition(), TRIAL.order()),
        target,
        new ProjectSpecimen(folder).plan("targets: [board]\nstages: [{ users: 1, hold: 5s }]"),
        folder,
        folder,
        EpochClock.startingNow(),
        SocketLoops.nio(),
        notes::add);
  }

  private List<ProcStat> server() {
    return target.part(Component.SERVER).orElseThrow().processes();
  }

  private static boolean haveWorkedSince(List<ProcStat> before) {
    return before.stream()
        .allMatch(earlier ->
            ProcFs.SYSTEM
                .stat(Long.toString(earlier.pid()))
                .filter(now -> now.own().since(earlier.own()).total() >= TICKS)
                .isPresent());
  }

  private static double ms(List<String> stacks, String beginning, String frame) {
    return stacks.stream()
        .filter(line -> line.startsWith(beginning) && line.contains(frame))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) / 1e3)
        .sum();
  }

  private static double sum(List<CSVRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).sum();
  }
}
