package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.explain.Explainer;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.profile.ProfiledLoad;
import org.boardbench.report.stored.MicroReader;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.report.table.ExplainedTable;
import org.boardbench.report.table.ProfileTable;
import org.boardbench.results.row.ProfileCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileReportTest {
  private static final String TRIAL = "spring-websocket-r2";

  @TempDir private Path temp;
  private Path folder;
  private StoredRun run;

  @BeforeEach
  void profileATrial() throws Exception {
    folder = SyntheticRun.write(temp.resolve("paper-20260131-120000"), 2, 1);
    SyntheticProfile.add(folder, TRIAL, "spring-websocket");
    run = RunReader.read(folder);
  }

  @Test
  void aProfiledTrialIsInNoFigureAndInNoNote() {
    assertThat(run.stages()).extracting(StoredStage::trialId).doesNotContain(TRIAL);
    assertThat(run.trials()).extracting(StoredTrial::id).doesNotContain(TRIAL);
    assertThat(run.notes()).noneMatch(note -> note.contains(TRIAL));
    assertThat(run.profiles()).hasSize(1);
  }

  @Test
  void oneThatFailedBeforeItHadARowIsNoFailedStart() throws Exception {
    Path manifest = folder.resolve("run.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("\"plan\": {", "\"plan\": {\"repetitions\": 2, \"profile\": 1, "));
    Files.writeString(
        folder.resolve("trials.csv"),
        "run,node-ws-r3,node-ws,3,99,failed,never ready,2026-01-31T12:00:00Z,30\n",
        StandardOpenOption.APPEND);

    StoredRun again = RunReader.read(folder);

    assertThat(again.failed()).extracting(FailedStart::repetition).doesNotContain(3);
    assertThat(again.notes()).noneMatch(note -> note.contains("node-ws-r3"));
  }

  @Test
  void itsProfileStandsBesideTheTrialsThatCountAndTheMicrobenchmarks() throws Exception {
    Path micro = SyntheticMicro.write(temp.resolve("micro-20260131-180000"));

    ProfiledLoad load =
        ProfiledLoad.of(run, Optional.of(new Explainer(run, MicroReader.read(micro)).explanation()))
            .getFirst();

    assertThat(load.users()).isEqualTo(100);
    assertThat(load.us(ProfileCategory.KERNEL_NETWORK)).isEqualTo(6);
    assertThat(load.profiledUs()).isEqualTo(10);
    assertThat(load.measuredUs()).isPositive();
    assertThat(load.overheadPct()).isEqualTo(100 * (10 / load.measuredUs() - 1), within(1e-9));
    assertThat(load.attributedPct()).isEqualTo(95);
    assertThat(load.microUs()).containsKey(ProfileCategory.KERNEL_NETWORK);
    assertThat(load.samples()).isEqualTo(475);
  }

  @Test
  void theExplainedPartsStandBesideItWithWhatNoPartHas() throws Exception {
    SyntheticProfile.add(folder, "node-ws-r2", "node-ws");
    run = RunReader.read(folder);
    Path micro = SyntheticMicro.write(temp.resolve("micro-20260131-180000"));
    Explanation explanation = new Explainer(run, MicroReader.read(micro)).explanation();

    String csv =
        new ExplainedTable(explanation, ProfiledLoad.of(run, Optional.of(explanation))).csv();

    assertThat(csv.lines().filter(line -> line.contains(",spring-websocket,1,1,100,")))
        .anyMatch(line -> line.contains(",kernel-write,") && line.endsWith(",kernel-network,6,60"))
        .anyMatch(line -> line.contains(",rest,") && line.endsWith(",unattributed,0.5,5"))
        .anyMatch(line -> line.endsWith(",jit,,,,,,,by the profile alone,jit,0.5,5"));
    assertThat(csv.lines().filter(line -> line.contains(",node-ws,")))
        .hasSize(4)
        .allMatch(line -> line.contains(",node-ws,,,100,,"))
        .anyMatch(line -> line.endsWith(",parsing,,,,,,,by the profile alone,parsing,3,30"));
  }

  @Test
  void theTableHasWhatWasUsedAndNoMore() {
    ProfileTable table = new ProfileTable(ProfiledLoad.of(run, Optional.empty()));

    assertThat(table.header())
        .containsExactly(
            "Variant",
            "Users",
            "kernel-network",
            "parsing",
            "jit",
            "unattributed",
            "Profiled (µs)",
            "Measured (µs)",
            "Overhead (%)",
            "Attributed (%)",
            "Samples");
    assertThat(table.cells().getFirst())
        .startsWith("spring-websocket", "100", "6.00 (60 %)", "3.00 (30 %)", "0.500 (5 %)");
    assertThat(table.csv()).contains("spring-websocket,100,parsing,3,30,,10,");
    assertThat(table.only("fastapi").isEmpty()).isTrue();
  }

  @Test
  void pagesHaveItWithAFlameGraph() throws Exception {
    Path report = temp.resolve("report");

    new Report(run).writeTo(report);

    String graph = "figures/flame-" + TRIAL + "-stage-1.svg";
    assertThat(Files.readString(report.resolve(graph))).contains("json &amp; co");
    assertThat(Files.readString(report.resolve("variant-spring-websocket.html"))).contains(graph);
    assertThat(Files.readString(report.resolve("index.html"))).contains("figures/profile.svg");
    assertThat(report.resolve("tables/profile.csv")).exists();
    assertThat(report.resolve("figures/profile.svg")).exists();
  }
}
