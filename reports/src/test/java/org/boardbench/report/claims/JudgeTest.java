package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.report.claims.Verdict.DOES_NOT_HOLD;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.NOT_JUDGED;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import java.util.List;
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
    assertThat(claim.why()).isEqualTo("needs n = 3 or more, has 1");
    assertThat(claim.startsNeeded()).hasValue(3);
  }

  /** The interval of 99 % ends at 18.5. */
  @Test
  void aRunThatChoseItsEndByItsValuesIsJudgedByItsOwnConfidence() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    assertThat(scene.claim(JUST).verdict()).isEqualTo(HOLDS);

    JudgedClaim claim = scene.confidence(0.99).claim(JUST);

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.statements().getFirst().confidence()).isEqualTo(0.99);
    assertThat(scene.claim(JUST.replace("14.4", "18.7")).verdict()).isEqualTo(HOLDS);
  }

  @Test
  void invalidRowsNeverEnter() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    scene.row(StageBuilder.row("a", 4, 100).with(StageTimes.RTT_MEAN_MS, 5000).invalid());

    JudgedClaim claim = scene.claim(JUST);

    assertThat(claim.verdict()).isEqualTo(HOLDS);
    Evidence evidence = claim.statements().getFirst().evidence();
    assertThat(evidence.looked().usedRows()).isEqualTo(3);
    assertThat(evidence.looked().rows()).isEqualTo(4);
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
    assertThat(scene.claims(JUST, JUST).main().claims())
        .extracting(JudgedClaim::verdict)
        .containsExactly(UNDECIDED, UNDECIDED);
  }

  @Test
  void aSureClaimLeavesTheWholeErrorToTheOtherOne() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    String sure = JUST.replace("14.4", "10000");

    assertThat(scene.claims(JUST, sure).main().claims())
        .extracting(JudgedClaim::verdict)
        .containsExactly(HOLDS, HOLDS);
    assertThat(scene.claims(JUST, sure).main().claims())
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

  /** Of 10, 11 and 12 the 95 % interval begins at 8.75, that of 97.5 % at 8.0. */
  @Test
  void ofAClaimOfTwoPartsEachIsRefutedByHalfTheErrorOnly() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);

    assertThat(scene.claim(JUST.replace("14.4", "8.7")).verdict()).isEqualTo(DOES_NOT_HOLD);
    assertThat(claimOf("below: 8.7", "above: 1").verdict()).isEqualTo(UNDECIDED);
    assertThat(claimOf("below: 7.9", "above: 1").verdict()).isEqualTo(DOES_NOT_HOLD);
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
        .main()
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

    assertThat(judged.main().claims())
        .extracting(JudgedClaim::verdict)
        .containsExactly(UNDECIDED, NOT_JUDGED, NOT_JUDGED);
    assertThat(judged.problems())
        .containsExactly(
            "my.claims.yaml: claims[2].all[1].bound.of: the run has no variant b, only a",
            "my.claims.yaml: claims[3].all[1].bound.of: the run has no stage of 200 users, only of"
                + " 100");
    assertThat(judged.main().claims().get(1).why()).isEqualTo("the run has no variant b");
  }

  @Test
  void whatSeveralClaimsNameAndTheRunDoesNotHaveIsOneProblem() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    String ofB = "bound: { figure: rtt_mean_ms, of: b, below: 9 }";

    assertThat(scene.claims(JUST, ofB, ofB, ofB).problems())
        .containsExactly(
            "my.claims.yaml: claims[2].all[1].bound.of (and 2 more): the run has no variant b, only"
                + " a");
  }

  /** With three starts nobody is sure of most; nine of one mind are enough for one of nine. */
  @Test
  void whyNamesTheNumberOfStartsThatWouldDecide() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10);
    String knee = "knee: { figure: rtt_mean_ms, of: a, good-below: 5, from: 100, to: 100 }";
    JudgedClaim ofOneStart = scene.claim(knee);
    scene.row(StageBuilder.row("a", 2, 100).with(StageTimes.RTT_MEAN_MS, 10));
    scene.row(StageBuilder.row("a", 3, 100).with(StageTimes.RTT_MEAN_MS, 10));

    JudgedClaim ofThree = scene.claim(knee);

    assertThat(ofOneStart.startsNeeded()).hasValue(6);
    assertThat(ofOneStart.why()).isEqualTo("needs n = 6 or more, has 1");
    assertThat(ofThree.startsNeeded()).hasValue(6);
    assertThat(ofThree.why()).isEqualTo("needs n = 6, has 3");
    JudgedClaim ofNine =
        scene.claims(knee, knee, knee, knee, knee, knee, knee, knee, knee).main().claims().get(4);
    assertThat(ofNine.startsNeeded()).hasValue(9);
    assertThat(ofNine.why()).isEqualTo("needs n = 9, has 3");
  }

  private static final String BESIDE =
      """
      variants: [a]
      beside: { name: production, instead-of: plain, variants: { a: tuned } }
      claims:
        - { id: "1", says: it is so, all: [{ %s }] }
      stated:
        - { figure: rtt_mean_ms, of: a, says: 5 }
      recommendations:
        - { need: speed, rule: least, figure: rtt_mean_ms, paper: [a] }
      """
          .formatted(JUST);

  @Test
  void theSameClaimsAreJudgedByVariantsThatStandBeside() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    scene.measured("tuned", 100, StageTimes.RTT_MEAN_MS, 90, 91, 92);

    JudgedFile judged = scene.judged(BESIDE);

    assertThat(judged.sides()).extracting(JudgedSide::name).containsExactly("plain", "production");
    assertThat(judged.sides())
        .extracting(side -> side.claims().getFirst().verdict())
        .containsExactly(HOLDS, DOES_NOT_HOLD);
    assertThat(judged.sides())
        .extracting(side -> side.claims().getFirst().statements().getFirst().evidence().subject())
        .containsExactly("rtt_mean_ms, a", "rtt_mean_ms, tuned");
    assertThat(judged.sides())
        .extracting(side -> side.recommendations().getFirst().recommended())
        .containsExactly(List.of("a"), List.of("tuned"));
    assertThat(judged.sides())
        .extracting(side -> side.recommendations().getFirst().agreement())
        .containsOnly("as the paper");
    assertThat(scene.judged(BESIDE.replace("a: tuned", "a: absent")).sides()).hasSize(1);
  }

  @Test
  void aRunThatHasOnlyWhatStandsBesideIsJudgedByThat() throws Exception {
    scene.measured("tuned", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);

    JudgedFile judged = scene.judged(BESIDE);

    assertThat(judged.isAny()).isTrue();
    assertThat(judged.problems()).isEmpty();
    assertThat(judged.sides())
        .extracting(side -> side.claims().getFirst().verdict())
        .containsExactly(NOT_JUDGED, HOLDS);
    assertThat(judged.main().claims().getFirst().why()).isEqualTo("the run has no variant a");
    assertThat(judged.sides().getLast().stated().getFirst().seen().estimate()).isPresent();
  }
}
