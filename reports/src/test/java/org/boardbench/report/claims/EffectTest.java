package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.report.claims.Verdict.HARMS;
import static org.boardbench.report.claims.Verdict.HELPS;
import static org.boardbench.report.claims.Verdict.HELPS_AND_HARMS;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.NOT_JUDGED;
import static org.boardbench.report.claims.Verdict.NO_DIFFERENCE;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import java.util.Arrays;
import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

/** What a choice does: when it helps, when it harms, when it does nothing, when nobody knows. */
class EffectTest {
  private static final String EFFECT =
      "effect: { figure: rtt_mean_ms, of: a, against: b, counts: 10 }";

  private final ClaimScene scene = new ClaimScene();

  @Test
  void aChoiceHelpsWhereTheFigureIsLessWithIt() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 10.5);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 20, 22, 21);

    JudgedClaim claim = scene.claim(EFFECT);

    assertThat(claim.verdict()).isEqualTo(HELPS);
    assertThat(claim.p()).isLessThan(0.05);
    assertThat(claim.startsNeeded()).isEmpty();
    Evidence evidence = claim.statements().getFirst().evidence();
    assertThat(evidence.subject()).isEqualTo("rtt_mean_ms, a ÷ b at 100 users");
    assertThat(evidence.seen().estimate().getAsDouble()).isBetween(0.499, 0.501);
    assertThat(evidence.looked()).isEqualTo(new Evidence.Looked(0, 6, 6));
  }

  @Test
  void aChoiceHarmsWhereTheFigureIsMoreWithIt() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 20, 22, 21);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 10, 11, 10.5);

    assertThat(scene.claim(EFFECT).verdict()).isEqualTo(HARMS);
  }

  @Test
  void aChoiceMakesNoDifferenceWhereAllOfTheRatioIsNearerToOneThanWhatCounts() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10.3, 10.4, 10.5);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 10, 10.1, 10.2);

    assertThat(scene.claim(EFFECT).verdict())
        .as("3 % more is surely there, and surely too little")
        .isEqualTo(NO_DIFFERENCE);
    assertThat(scene.claim(EFFECT.replace("10 }", "1 }")).verdict()).isEqualTo(HARMS);
  }

  @Test
  void aChoiceIsUndecidedWhereItsIntervalHoldsOneAndMoreThanCountsAndSaysWhatWouldDecide()
      throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 12, 11);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 11, 13, 12);

    JudgedClaim claim = scene.claim(EFFECT);

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.startsNeeded().getAsInt()).isGreaterThan(3);
    assertThat(claim.statements().getFirst().why())
        .isEqualTo("needs n = " + claim.startsNeeded().getAsInt() + ", has 3");
  }

  @Test
  void oneStartDecidesNothing() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 20);

    JudgedClaim claim = scene.claim(EFFECT);

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.statements().getFirst().why()).isEqualTo("needs n = 3 or more, has 1");
  }

  @Test
  void withoutAValidRowAChoiceIsNotJudged() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 12);
    scene.row(StageBuilder.row("b", 1, 100).with(StageTimes.RTT_MEAN_MS, 10).invalid());

    JudgedClaim claim = scene.claim(EFFECT);

    assertThat(claim.verdict()).isEqualTo(NOT_JUDGED);
    assertThat(claim.why()).isEqualTo("no start has the valid rows");
  }

  @Test
  void ofRatesAndWhereItIsSaidMoreIsToTheBetter() throws Exception {
    scene.measured("a", 100, StageCounts.TPS, 200, 210, 205);
    scene.measured("b", 100, StageCounts.TPS, 100, 105, 102);
    String tps = EFFECT.replace("rtt_mean_ms", "tps");

    assertThat(scene.claim(tps).verdict()).isEqualTo(HELPS);
    assertThat(scene.claim(tps.replace("counts", "better: less, counts")).verdict())
        .isEqualTo(HARMS);
  }

  @Test
  void eachLoadIsJudgedByItself() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 10.1, 10.2);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 10, 10.1, 10.2);
    scene.measured("a", 500, StageTimes.RTT_MEAN_MS, 10, 10.1, 10.2);
    scene.measured("b", 500, StageTimes.RTT_MEAN_MS, 20, 20.1, 20.2);

    JudgedClaim both = scene.claim(EFFECT);
    JudgedClaim one = scene.claim(EFFECT.replace("counts", "users: [100], counts"));

    assertThat(verdicts(both)).containsExactly(NO_DIFFERENCE, HELPS);
    assertThat(both.verdict()).isEqualTo(HELPS);
    assertThat(verdicts(one)).containsExactly(NO_DIFFERENCE);
    assertThat(one.verdict()).isEqualTo(NO_DIFFERENCE);
  }

  @Test
  void oneFigureMayPayForAnother() throws Exception {
    cost("a", 10, 400);
    cost("b", 20, 200);

    JudgedClaim claim =
        scene
            .judged(
                """
                variants: [a, b]
                claims:
                  - id: gc
                    says: another collector
                    all:
                      - effect: { figure: rtt_mean_ms, of: a, against: b }
                      - effect: { figure: memory_max_mib, of: a, against: b }
                """)
            .main()
            .claims()
            .getFirst();

    assertThat(verdicts(claim)).containsExactly(HELPS, HARMS);
    assertThat(claim.verdict()).isEqualTo(HELPS_AND_HARMS);
  }

  private void cost(String variant, double rttMs, double memoryMib) {
    for (int i = 1; i <= 3; i++) {
      scene.row(
          StageBuilder.row(variant, i, 100)
              .with(StageTimes.RTT_MEAN_MS, rttMs + i / 10.0)
              .with(StageCosts.MEMORY_MAX_MIB, memoryMib + i));
    }
  }

  /** What repetitions have in common, here a machine that slows down, is no noise of the choice. */
  @Test
  void fromSixRepetitionsOnStartsOfOneRepetitionAreCompared() throws Exception {
    double[] without = {10, 15, 20, 25, 30, 35};
    double[] with = {8.1, 12, 16.1, 20, 24.2, 28};
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, Arrays.copyOf(with, 5));
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, Arrays.copyOf(without, 5));
    assertThat(scene.claim(EFFECT).verdict()).isEqualTo(UNDECIDED);

    scene.row(StageBuilder.row("a", 6, 100).with(StageTimes.RTT_MEAN_MS, with[5]));
    scene.row(StageBuilder.row("b", 6, 100).with(StageTimes.RTT_MEAN_MS, without[5]));

    assertThat(scene.claim(EFFECT).verdict()).isEqualTo(HELPS);

    scene.row(StageBuilder.row("a", 7, 100).with(StageTimes.RTT_MEAN_MS, 99).invalid());
    scene.row(StageBuilder.row("b", 7, 100).with(StageTimes.RTT_MEAN_MS, 41));

    JudgedClaim oneWithoutItsOther = scene.claim(EFFECT);
    assertThat(oneWithoutItsOther.verdict()).isEqualTo(HELPS);
    assertThat(oneWithoutItsOther.statements().getFirst().evidence().looked())
        .isEqualTo(new Evidence.Looked(2, 12, 14));
  }

  /** Equal starts that differ by a fifth make of nothing what the choice seems to do. */
  @Test
  void whatTheMachineMakesOfNothingIsNoEffect() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 10.1, 10.2);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 12, 12.1, 12.2);
    assertThat(scene.claim(EFFECT).verdict()).isEqualTo(HELPS);

    scene.noise(StageTimes.RTT_MEAN_MS, 1, 1.2, 1, 1.2, 1);

    assertThat(scene.claim(EFFECT).verdict()).isEqualTo(UNDECIDED);
  }

  /** Alone its p is 0.013, among five five times as much. */
  @Test
  void whatHelpsByItselfMayBeChanceAmongOthers() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 10.5);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 11.8, 12.8, 12.3);
    assertThat(scene.claim(EFFECT).verdict()).isEqualTo(HELPS);

    for (int users : List.of(200, 300, 400, 500)) {
      scene.measured("a", users, StageTimes.RTT_MEAN_MS, 10, 20, 30);
      scene.measured("b", users, StageTimes.RTT_MEAN_MS, 10, 20, 30);
    }

    JudgedClaim claim = scene.claim(EFFECT);
    assertThat(verdicts(claim)).containsOnly(UNDECIDED);
    assertThat(claim.p()).isBetween(0.05, 0.08);
    assertThat(claim.statements().getFirst().why())
        .matches("by itself it helps, among 5 effects p = 0\\.06\\d*, needs n = \\d+, has 3");
    JudgedFile besideAClaim =
        scene.claims(EFFECT, "bound: { figure: rtt_mean_ms, of: a, below: 9999 }");
    assertThat(besideAClaim.main().claims().getLast().verdict()).isEqualTo(HOLDS);
  }

  @Test
  void thatThereIsNoDifferenceIsWhatEachEffectSaysByItself() throws Exception {
    for (int users : List.of(100, 200, 300, 400, 500)) {
      scene.measured("a", users, StageTimes.RTT_MEAN_MS, 10, 10.3, 9.7);
      scene.measured("b", users, StageTimes.RTT_MEAN_MS, 10, 10.3, 9.7);
    }

    assertThat(scene.claim(EFFECT).verdict()).isEqualTo(NO_DIFFERENCE);
  }

  @Test
  void aTimeOfWhichAPartNeverCameCannotBeShownToBeShorter() throws Exception {
    for (int i = 1; i <= 3; i++) {
      scene.row(
          StageBuilder.row("a", i, 100)
              .with(StageTimes.RTT_MEAN_MS, 10 + i / 10.0)
              .with(StageExtras.RTT_COVERAGE_PCT, 60));
    }
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 20, 20.1, 20.2);

    assertThat(scene.claim(EFFECT).verdict()).isEqualTo(UNDECIDED);
    assertThat(scene.claim(EFFECT.replace("of: a, against: b", "of: b, against: a")).verdict())
        .as("b is less than twice of what may be more")
        .isEqualTo(UNDECIDED);
    scene.measured("c", 100, StageTimes.RTT_MEAN_MS, 5, 5.1, 5.2);
    assertThat(scene.claim(EFFECT.replace("against: b", "against: c")).verdict()).isEqualTo(HARMS);
  }

  private static List<Verdict> verdicts(JudgedClaim claim) {
    return claim.statements().stream().map(JudgedStatement::verdict).toList();
  }
}
