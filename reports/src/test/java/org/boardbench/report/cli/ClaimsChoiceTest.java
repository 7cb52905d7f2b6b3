package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.input.InputException;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.Verdict;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ClaimsChoiceTest {
  private static final NoiseFloors NONE = new NoiseFloors(Map.of(), "No noise floor: nobody.");

  @TempDir private Path experiments;
  private final List<StoredStage> rows = new ArrayList<>();

  @Test
  void findsTheClaimsThatHaveTheExperimentsName() throws Exception {
    claims("mine.claims.yaml", 100);
    measured(100, 10, 11, 12);
    ClaimsChoice choice = new ClaimsChoice(Optional.empty(), experiments);

    JudgedFile judged = choice.judge(run("mine"), NONE, Optional.empty()).orElseThrow();

    assertThat(judged.file().name()).isEqualTo("mine.claims.yaml");
    assertThat(judged.main().claims().getFirst().verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(judged.noise()).isEqualTo("No noise floor: nobody.");
    assertThat(choice.notes()).isEmpty();
    assertThat(choice.judge(run("other"), NONE, Optional.empty())).isEmpty();
  }

  @Test
  void noNameOfAnExperimentLeadsOutOfTheFolder() throws Exception {
    claims("mine.claims.yaml", 100);
    measured(100, 10, 11, 12);
    Path inner = Files.createDirectory(experiments.resolve("inner"));

    assertThat(
            new ClaimsChoice(Optional.empty(), inner).judge(run("../mine"), NONE, Optional.empty()))
        .isEmpty();
  }

  @Test
  void passesOverClaimsThatNobodyAskedForAndThatAreBrokenOrOfOtherStages() throws Exception {
    measured(100, 10, 11, 12);
    claims("mine.claims.yaml", 300);
    ClaimsChoice choice = new ClaimsChoice(Optional.empty(), experiments);

    assertThat(choice.judge(run("mine"), NONE, Optional.empty())).isEmpty();
    Files.writeString(experiments.resolve("mine.claims.yaml"), "");
    assertThat(choice.judge(run("mine"), NONE, Optional.empty())).isEmpty();

    assertThat(choice.notes())
        .containsExactly(
            "Passed over mine.claims.yaml: mine-1 says nothing of any claim; mine.claims.yaml:"
                + " claims[1].all[1].bound.of: the run has no stage of 300 users, only of 100.",
            "Passed over: mine.claims.yaml: is empty");
  }

  @Test
  void refusesAnEmptyFileThatWasAskedFor() throws Exception {
    Path file = Files.writeString(experiments.resolve("empty.yaml"), "");
    measured(100, 10, 11, 12);

    assertThatThrownBy(() -> asked(file).judge(run("mine"), NONE, Optional.empty()))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.problems()).singleElement().hasToString("empty.yaml: is empty"));
  }

  @Test
  void refusesClaimsOfAnotherPlanInOneLine() throws Exception {
    Path file = claims("other.yaml", 300);
    measured(100, 10, 11, 12);

    assertThatThrownBy(() -> asked(file).judge(run("mine"), NONE, Optional.empty()))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            file
                + ": mine-1 says nothing of any claim; other.yaml: claims[1].all[1].bound.of: the"
                + " run has no stage of 300 users, only of 100");
  }

  @Test
  void oneStartLeavesClaimsUndecidedAndSaysWhy() throws Exception {
    measured(100, 10);

    var claim =
        asked(claims("own.yaml", 100))
            .judge(run("mine"), NONE, Optional.empty())
            .orElseThrow()
            .main()
            .claims();

    assertThat(claim.getFirst().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim.getFirst().why()).isEqualTo("needs n = 3 or more, has 1");
  }

  @Test
  void aRunOfWhichNoRowIsValidIsReportedAndItsClaimsAreNotJudged() throws Exception {
    for (int start = 1; start <= 3; start++) {
      rows.add(
          StageBuilder.row("a", start, 100).with(StageTimes.RTT_MEAN_MS, 10).invalid().build());
    }

    var claim =
        asked(claims("own.yaml", 100))
            .judge(run("mine"), NONE, Optional.empty())
            .orElseThrow()
            .main()
            .claims();

    assertThat(claim.getFirst().verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(claim.getFirst().why())
        .isEqualTo("no start has the valid rows of: rtt_mean_ms, a at 100 users");
  }

  @Test
  void refusesToJudgeASearchByClaimsInOneLineAndPassesItOverWhereNobodyAsked() throws Exception {
    Path file = claims("mine.claims.yaml", 100);
    measured(100, 10, 11, 12);
    StoredRun search = runOf("{\"plan\": {\"name\": \"mine\", \"capacity\": {}}}");
    ClaimsChoice usual = new ClaimsChoice(Optional.empty(), experiments);

    assertThatThrownBy(() -> asked(file).judge(search, NONE, Optional.empty()))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            file
                + ": mine-1 searched for capacities, each start by loads of its own; claims are of a"
                + " run that lists its stages");
    assertThat(usual.judge(search, NONE, Optional.empty())).isEmpty();
    assertThat(usual.notes())
        .containsExactly(
            "Passed over mine.claims.yaml: mine-1 searched for capacities, each start by loads of"
                + " its own; claims are of a run that lists its stages.");
  }

  @Test
  void aRunThatARuleEndedIsJudgedByItsOwnConfidence() throws Exception {
    measured(100, 10, 11, 12);
    StoredRun ended =
        runOf("{\"plan\": {\"name\": \"mine\"}, \"stopping\": {\"confidence\": 0.99}}");

    JudgedFile judged =
        asked(claims("own.yaml", 100)).judge(ended, NONE, Optional.empty()).orElseThrow();

    assertThat(judged.confidence()).isEqualTo(0.99);
    assertThat(judged.main().claims().getFirst().statements().getFirst().confidence())
        .isEqualTo(0.99);
  }

  private ClaimsChoice asked(Path file) {
    return new ClaimsChoice(Optional.of(file), experiments);
  }

  private Path claims(String name, int users) throws IOException {
    return Files.writeString(
        experiments.resolve(name),
        """
        variants: [a]
        claims:
          - { id: x, says: it is so, all: [{ bound: { figure: rtt_mean_ms, of: a, users: [%d], below: 50 } }] }
        """
            .formatted(users));
  }

  private void measured(int users, double... rttMs) {
    for (int i = 0; i < rttMs.length; i++) {
      rows.add(StageBuilder.row("a", i + 1, users).with(StageTimes.RTT_MEAN_MS, rttMs[i]).build());
    }
  }

  private StoredRun run(String experiment) {
    return runOf("{\"plan\": {\"name\": \"" + experiment + "\"}}");
  }

  private StoredRun runOf(String manifest) {
    return new StoredRun(
        "mine-1",
        JsonMapper.shared().readTree(manifest),
        List.of(),
        rows,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
