package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.report.claims.ClaimsFile;
import org.boardbench.report.claims.JudgedClaim;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.JudgedSide;
import org.boardbench.report.claims.MeasuredRun;
import org.boardbench.report.claims.Verdict;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.junit.jupiter.api.Test;

/** The paper's claims and the real run that is committed: both name the same servers and stages. */
class ReferenceClaimsTest {
  private static final Path REFERENCE = Path.of("..", "results", "reference");
  private static final Path PAPER = Path.of("..", "bench", "experiments", "paper.claims.yaml");

  @Test
  void theClaimsNameTheVariantsOfThePlanThatTheyBelongTo() throws Exception {
    String plan = Files.readString(PAPER.resolveSibling("paper.yaml"));

    ClaimsFile claims = ClaimsReader.read(PAPER);

    assertThat(claims.variants())
        .hasSize(6)
        .allSatisfy(name -> assertThat(plan).contains("{ name: " + name + ", target: "));
    assertThat(claims.beside().orElseThrow().variants().keySet())
        .containsExactlyInAnyOrderElementsOf(claims.variants());
    assertThat(claims.beside().orElseThrow().variants().values())
        .allSatisfy(
            name -> assertThat(plan).contains("- { target: " + name + ", group: production }\n"));
  }

  @Test
  void oneRepetitionOfTheServersForProductionDecidesNoneOfThePapersClaimsAndEachSaysWhy()
      throws Exception {
    StoredRun run = RunReader.read(REFERENCE);
    NoiseFloors floors =
        NoiseFloors.of(run.calibration(), REFERENCE, REFERENCE.resolveSibling("none"));

    JudgedFile judged =
        ClaimsReader.read(PAPER)
            .judged(
                new MeasuredRun(
                    run.starts(),
                    run.confidence(),
                    floors.floors(),
                    floors.words(),
                    Optional.empty()));

    assertThat(judged.problems()).isEmpty();
    assertThat(judged.sides()).extracting(JudgedSide::name).containsExactly("plain", "production");
    JudgedSide plain = judged.sides().getFirst();
    JudgedSide production = judged.sides().getLast();
    assertThat(plain.claims()).hasSize(9);
    assertThat(plain.claims()).extracting(JudgedClaim::verdict).containsOnly(Verdict.NOT_JUDGED);
    assertThat(plain.claims().getFirst().why())
        .isEqualTo("the run has no variant spring-websocket-plain");
    assertThat(production.claims())
        .extracting(JudgedClaim::verdict)
        .containsOnly(Verdict.UNDECIDED);
    assertThat(production.claims())
        .extracting(JudgedClaim::why)
        .startsWith("needs n = 9 or more, has 1", "needs n = 3 or more, has 1")
        .noneMatch(String::isEmpty);
    assertThat(production.recommendations()).noneMatch(one -> one.isSure());
    assertThat(judged.noise())
        .isEqualTo(
            "Noise floor of cpu_mean_pct, rtt_p50_ms, rtt_p95_ms, rtt_p99_ms, tps: by"
                + " calibration-20261128-074140, 7 equal starts of the reference at 300 users; of"
                + " other figures nobody measured it.");
  }
}
