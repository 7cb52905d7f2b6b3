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
  void fiveStartsDecideSixOfThePapersClaimsAndEachOtherSaysWhatWould() throws Exception {
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
    assertThat(plain.claims())
        .extracting(JudgedClaim::verdict)
        .containsExactly(
            Verdict.UNDECIDED,
            Verdict.DOES_NOT_HOLD,
            Verdict.UNDECIDED,
            Verdict.DOES_NOT_HOLD,
            Verdict.DOES_NOT_HOLD,
            Verdict.DOES_NOT_HOLD,
            Verdict.DOES_NOT_HOLD,
            Verdict.UNDECIDED,
            Verdict.DOES_NOT_HOLD);
    assertThat(plain.claims().getFirst().why()).isEqualTo("needs n = 7, has 5");
    assertThat(production.claims())
        .filteredOn(claim -> claim.verdict() == Verdict.DOES_NOT_HOLD)
        .hasSize(3);
    assertThat(production.claims())
        .filteredOn(claim -> claim.verdict() == Verdict.UNDECIDED)
        .hasSize(6)
        .noneMatch(claim -> claim.why().isEmpty());
    assertThat(judged.noise())
        .isEqualTo(
            "Noise floor of cpu_mean_pct, cpu_us_per_delivery, delivery_p99_ms, memory_max_mib,"
                + " reach_100_p95_ms, rtt_p50_ms, rtt_p95_ms, rtt_p99_ms, tps: by"
                + " calibration-20261129-043317, 7 equal starts of the reference at 300 users; of"
                + " other figures nobody measured it.");
  }
}
