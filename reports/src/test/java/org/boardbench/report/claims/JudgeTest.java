package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.report.claims.Verdict.DOES_NOT_HOLD;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.NOT_JUDGED;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

class JudgeTest {
  /** Of 10, 11 and 12 the logarithms' mean is 2.395, and the 95 % interval ends at 13.76. */
  private static final String JUST = "bound: { figure: rtt_mean_ms, of: a, below: 14.4 }";

  private final ClaimScene scene = new ClaimScene();

  @Test
  void oneStartDecidesNothingAndThatIsSaid() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10);

    JudgedClaim claim = scene.claim(JUST);

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.why()).isEqualTo("needs 3 starts or more, has 1");
    assertThat(claim.startsNeeded()).hasValue(3);
  }

  @Test
  void invalidRowsNeverEnter() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    scene.row(StageBuilder.row("a", 4, 100).with(StageTimes.RTT_MEAN_MS, 5000).invalid());

    JudgedClaim claim = scene.claim(JUST);

    assertThat(claim.verdict()).isEqualTo(HOLDS);
    Evidence evidence = claim.statements().getFirst().evidence();
    assertThat(evidence.usedRows()).isEqualTo(3);
    assertThat(evidence.rows()).isEqualTo(4);
  }

  @Test
  void aClaimWithoutAValidRowIsNotJudged() throws Exception {
    for (int i = 1; i <= 5; i++) {
      scene.row(StageBuilder.row("a", i, 100).with(StageTimes.RTT_MEAN_MS, 10).invalid());
    }

    JudgedClaim claim = scene.claim(JUST);

    assertThat(claim.verdict()).isEqualTo(NOT_JUDGED);
    assertThat(claim.why()).isEqualTo("no start has the valid rows of: rtt_mean_ms, a");
    assertThat(claim.startsNeeded()).isEmpty();
  }

  @Test
  void aClaimThatHoldsByItselfMayBeUndecidedAmongOthers() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);

    assertThat(scene.claim(JUST).verdict()).isEqualTo(HOLDS);
    assertThat(scene.claims(JUST, JUST).claims())
        .extracting(JudgedClaim::verdict)
        .containsExactly(UNDECIDED, UNDECIDED);
  }

  @Test
  void aSureClaimLeavesTheWholeErrorToTheOtherOne() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    String sure = JUST.replace("14.4", "10000");

    assertThat(scene.claims(JUST, sure).claims())
        .extracting(JudgedClaim::verdict)
        .containsExactly(HOLDS, HOLDS);
    assertThat(scene.claims(JUST, sure).claims())
        .extracting(claim -> Math.round(1000 * claim.statements().getFirst().confidence()))
        .containsExactly(950L, 975L);
  }

  @Test
  void aClaimOfSeveralStatementsHoldsOnlyWhereAllOfThemDo() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 10.1, 10.2);

    assertThat(claimOf("below: 20", "above: 5").verdict()).isEqualTo(HOLDS);
    assertThat(claimOf("below: 20", "above: 15").verdict()).isEqualTo(DOES_NOT_HOLD);
    assertThat(claimOf("below: 20", "above: 10.09").verdict()).isEqualTo(UNDECIDED);
  }

  private JudgedClaim claimOf(String first, String second) throws Exception {
    return scene
        .judged(
            """
            variants: [a]
            claims:
              - id: both
                says: it is so
                all:
                  - bound: { figure: rtt_mean_ms, of: a, %s }
                  - bound: { figure: rtt_mean_ms, of: a, %s }
            """
                .formatted(first, second))
        .claims()
        .getFirst();
  }

  @Test
  void aTimeOfWhichAPartNeverCameCannotBeShownToBeShort() throws Exception {
    for (int i = 1; i <= 3; i++) {
      scene.row(
          StageBuilder.row("a", i, 100)
              .with(StageTimes.RTT_MEAN_MS, 10 + i / 10.0)
              .with(StageExtras.RTT_COVERAGE_PCT, 60));
    }

    JudgedClaim isShort = scene.claim(JUST.replace("14.4", "10000"));
    assertThat(isShort.verdict()).isEqualTo(UNDECIDED);
    assertThat(isShort.startsNeeded()).isEmpty();
    assertThat(isShort.why()).isEqualTo("no number of starts is known");
    assertThat(scene.claim(JUST.replace("below: 14.4", "above: 5")).verdict()).isEqualTo(HOLDS);
  }

  @Test
  void whatTheRunDoesNotHaveIsNamedWithItsPlaceInTheFile() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);

    JudgedFile judged =
        scene.claims(
            JUST,
            "bound: { figure: rtt_mean_ms, of: b, below: 9 }",
            "bound: { figure: rtt_mean_ms, of: a, users: [100, 200], below: 9 }");

    assertThat(judged.claims())
        .extracting(JudgedClaim::verdict)
        .containsExactly(UNDECIDED, NOT_JUDGED, NOT_JUDGED);
    assertThat(judged.problems())
        .containsExactly(
            "my.claims.yaml: claims[2].all[1].bound.of: the run has no variant b, only a",
            "my.claims.yaml: claims[3].all[1].bound.of: the run has no stage of 200 users, only of"
                + " 100");
    assertThat(judged.claims().get(1).why()).isEqualTo("the run has no variant b, only a");
  }

  @Test
  void theSameClaimsAreJudgedByVariantsThatStandBeside() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    scene.measured("tuned", 100, StageTimes.RTT_MEAN_MS, 90, 91, 92);
    String yaml =
        """
        variants: [a]
        beside: { name: production, variants: { a: tuned } }
        claims:
          - { id: "1", says: it is so, all: [{ %s }] }
        """
            .formatted(JUST);

    JudgedFile judged = scene.judged(yaml);

    assertThat(judged.claims().getFirst().verdict()).isEqualTo(HOLDS);
    assertThat(judged.beside().getFirst().verdict()).isEqualTo(DOES_NOT_HOLD);
    assertThat(scene.judged(yaml.replace("a: tuned", "a: absent")).beside()).isEmpty();
  }
}
