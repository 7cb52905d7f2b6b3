package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.boardbench.report.claims.Verdict.DOES_NOT_HOLD;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.NOT_JUDGED;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each kind of statement says of starts: when it holds, when it does not, when nobody knows.
 */
class PredicateTest {
  private static final String LESS =
      "ratio: { figure: rtt_mean_ms, of: a, to: b, users: [100], is: less }";

  private final ClaimScene scene = new ClaimScene();

  @Test
  void aRatioHoldsWhereItsIntervalIsInTheRegion() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 10.5);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 20, 22, 21);

    JudgedClaim claim = scene.claim(LESS);

    assertThat(claim.verdict()).isEqualTo(HOLDS);
    assertThat(claim.p()).isLessThan(0.05);
    assertThat(claim.why()).isEmpty();
    assertThat(claim.startsNeeded()).isEmpty();
    Evidence evidence = claim.statements().getFirst().evidence();
    assertThat(evidence.seen().estimate().getAsDouble()).isBetween(0.499, 0.501);
    assertThat(evidence.seen().starts()).isEqualTo(3);
    assertThat(evidence.looked().usedRows()).isEqualTo(6);
    assertThat(evidence.subject()).isEqualTo("rtt_mean_ms, a ÷ b at 100 users");
  }

  @Test
  void aRatioDoesNotHoldWhereItsIntervalIsOutsideTheRegion() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 20, 22, 21);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 10, 11, 10.5);

    assertThat(scene.claim(LESS).verdict()).isEqualTo(DOES_NOT_HOLD);
    assertThat(scene.claim(LESS.replace("less", "same")).verdict()).isEqualTo(DOES_NOT_HOLD);
    assertThat(scene.claim(LESS.replace("less", "more")).verdict()).isEqualTo(HOLDS);
    assertThat(scene.claim(LESS.replace("is: less", "above: 1.5")).verdict()).isEqualTo(HOLDS);
  }

  @Test
  void whatCountsAsADifferenceMayBeSaidForEachStatement() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 10.1, 10.2);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 16, 16.1, 16.2);

    assertThat(scene.claim(LESS).verdict()).isEqualTo(HOLDS);
    assertThat(scene.claim(LESS.replace("is: less", "is: less, counts: 100")).verdict())
        .as("10 is more than half of 16")
        .isEqualTo(DOES_NOT_HOLD);
  }

  /**
   * The logarithms' standard deviation is 0.0844 and the edge, 1/1.05, is 0.119 off: with five
   * starts each the half width would be 0.123, with six 0.109.
   */
  @Test
  void aRatioIsUndecidedWhereItsIntervalReachesOverAnEdgeAndSaysHowManyStartsWouldDecide()
      throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 12, 11);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 12, 14, 13);

    JudgedClaim claim = scene.claim(LESS);

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.startsNeeded()).hasValue(6);
    assertThat(claim.why()).isEqualTo("needs n = 6, has 3");
  }

  /** Equal starts that differ by a fifth make of nothing what two variants here differ by. */
  @Test
  void aRatioIsDecidedByTheMachinesNoiseFloorWhereThatIsWiderThanItsInterval() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 10.1, 10.2);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 12, 12.1, 12.2);
    assertThat(scene.claim(LESS).verdict()).isEqualTo(HOLDS);

    scene.noise(StageTimes.RTT_P95_MS, 1, 1.2, 1, 1.2, 1);
    assertThat(scene.claim(LESS).verdict()).as("a floor of another figure").isEqualTo(HOLDS);
    scene.noise(StageTimes.RTT_MEAN_MS, 1, 1.2, 1, 1.2, 1);
    JudgedClaim claim = scene.claim(LESS);

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    Seen seen = claim.statements().getFirst().evidence().seen();
    double floor = seen.floor(0.95).getAsDouble();
    assertThat(floor).isBetween(0.25, 0.26);
    assertThat(seen.bounds(0.95).interval().orElseThrow().high())
        .isCloseTo(seen.estimate().getAsDouble() * (1 + floor), within(1e-9));
    assertThat(claim.startsNeeded().getAsInt()).isGreaterThan(3);
  }

  @Test
  void aFloorThatIsNarrowerThanTheIntervalChangesNothing() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 10, 11, 10.5);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 20, 22, 21);
    JudgedClaim without = scene.claim(LESS);

    JudgedClaim with = scene.noise(StageTimes.RTT_MEAN_MS, 1, 1.001, 1.0005).claim(LESS);

    assertThat(with.p()).isEqualTo(without.p());
    assertThat(with.statements().getFirst().evidence().seen().bounds(0.95))
        .isEqualTo(without.statements().getFirst().evidence().seen().bounds(0.95));
  }

  /** Of each kind one whose rows are all invalid. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ratio: { figure: rtt_p95_ms, of: a, to: b, is: less }",
        "rank: { figure: rtt_p95_ms, of: a, among: [a, b], is: least }",
        "trend: { figure: rtt_p95_ms, of: a, along: users, within: 10 }",
        "bound: { figure: rtt_p95_ms, of: a, below: 100 }",
        "bound: { figure: lost, of: a, below: 1 }",
        "knee: { figure: rtt_p95_ms, of: a, good-below: 100, from: 500, to: 500 }"
      })
  void noStatementIsJudgedByInvalidRows(String statement) throws Exception {
    for (int start = 1; start <= 6; start++) {
      for (int users : List.of(100, 500)) {
        for (String variant : List.of("a", "b")) {
          scene.row(
              StageBuilder.row(variant, start, users)
                  .with(StageTimes.RTT_P95_MS, 10)
                  .with(StageCounts.LOST, 0)
                  .invalid());
        }
      }
    }

    JudgedClaim claim = scene.claim(statement);

    assertThat(claim.verdict()).isEqualTo(NOT_JUDGED);
    assertThat(claim.why()).startsWith("no start has the valid rows of: ");
    assertThat(claim.statements())
        .allSatisfy(one -> assertThat(one.evidence().looked().usedRows()).isZero());
    assertThat(claim.startsNeeded()).isEmpty();
  }

  @Test
  void aRatioMayBeOfOneVariantUnderTwoLoads() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P95_MS, 10, 11, 10.5);
    scene.measured("a", 500, StageTimes.RTT_P95_MS, 30, 33, 31.5);

    JudgedClaim claim =
        scene.claim(
            "ratio: { figure: rtt_p95_ms, of: a, users: [500], to: a, to-users: [100], above: 2 }");

    assertThat(claim.verdict()).isEqualTo(HOLDS);
    assertThat(claim.statements().getFirst().evidence().subject())
        .isEqualTo("rtt_p95_ms, a at 500 users ÷ a at 100 users");
  }

  @Test
  void ofSeveralLoadsARatioIsOfGeometricMeansAndAStartWithoutOneOfThemIsLeftOut() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 1, 1, 1);
    scene.measured("a", 500, StageTimes.RTT_MEAN_MS, 100, 100, 100);
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 2, 2, 2, 999);
    scene.measured("b", 500, StageTimes.RTT_MEAN_MS, 50, 50, 50);

    Evidence evidence =
        scene
            .claim("ratio: { figure: rtt_mean_ms, of: a, to: b, is: same }")
            .statements()
            .getFirst()
            .evidence();

    assertThat(evidence.seen().estimate().getAsDouble()).isBetween(0.999, 1.001);
    assertThat(evidence.looked().usedRows()).isEqualTo(12);
    assertThat(evidence.looked().rows()).isEqualTo(13);
  }

  @Test
  void aRankHoldsWhereTheRatioToEachOtherOneIsInTheRegion() throws Exception {
    scene.measured("a", 100, StageCosts.MEMORY_MAX_MIB, 60, 61, 62);
    scene.measured("b", 100, StageCosts.MEMORY_MAX_MIB, 80, 81, 82);
    scene.measured("c", 100, StageCosts.MEMORY_MAX_MIB, 400, 410, 420);

    assertThat(scene.claim("rank: { figure: memory_max_mib, of: a, is: least }").verdict())
        .isEqualTo(HOLDS);
    assertThat(scene.claim("rank: { figure: memory_max_mib, of: c, is: most }").verdict())
        .isEqualTo(HOLDS);
    assertThat(scene.claim("rank: { figure: memory_max_mib, of: b, is: least }").verdict())
        .as("one that is less is enough")
        .isEqualTo(DOES_NOT_HOLD);
    assertThat(
            scene
                .claim("rank: { figure: memory_max_mib, of: b, among: [b, c], is: least }")
                .verdict())
        .isEqualTo(HOLDS);
  }

  @Test
  void aRankIsUndecidedWhereOneOfTheOthersIsTooNear() throws Exception {
    scene.measured("a", 100, StageCosts.MEMORY_MAX_MIB, 60, 65, 70);
    scene.measured("b", 100, StageCosts.MEMORY_MAX_MIB, 66, 72, 78);
    scene.measured("c", 100, StageCosts.MEMORY_MAX_MIB, 400, 410, 420);

    JudgedClaim claim = scene.claim("rank: { figure: memory_max_mib, of: a, is: least }");

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.statements())
        .extracting(JudgedClaim.JudgedStatement::verdict)
        .containsExactly(UNDECIDED, HOLDS);
    assertThat(claim.startsNeeded().getAsInt()).isGreaterThan(3);
  }

  @Test
  void aTrendHoldsWhereTheGreatestDepartureFromProportionIsWithinThePercentage() throws Exception {
    scene.tps("a", 100, 1, 1, 1);
    scene.tps("a", 500, 0.99, 0.98, 0.99);
    scene.tps("a", 1000, 0.97, 0.99, 0.98);
    String trend = "trend: { figure: tps, of: a, along: offered, within: 10 }";

    assertThat(scene.claim(trend).verdict()).isEqualTo(HOLDS);
    assertThat(
            scene.claim(trend).statements().getFirst().evidence().seen().estimate().getAsDouble())
        .as("the means are 1.33 and 2 % off")
        .isBetween(1.99, 2.01);
    assertThat(scene.claim(trend.replace("within", "beyond")).verdict()).isEqualTo(DOES_NOT_HOLD);
    assertThat(scene.claim(trend.replace("offered", "users")).verdict())
        .as("on a fixed number of boards what is offered grows faster than users")
        .isEqualTo(DOES_NOT_HOLD);
  }

  @Test
  void aTrendDoesNotHoldWhereAStageFallsShort() throws Exception {
    scene.tps("a", 100, 1, 1, 1);
    scene.tps("a", 1000, 0.5, 0.52, 0.51);

    assertThat(scene.claim("trend: { figure: tps, of: a, along: offered, within: 10 }").verdict())
        .isEqualTo(DOES_NOT_HOLD);
  }

  @Test
  void aTrendIsUndecidedWhereOnlySomeStartsFallShort() throws Exception {
    scene.tps("a", 100, 1, 1, 1);
    scene.tps("a", 1000, 0.99, 0.98, 0.75);

    JudgedClaim claim = scene.claim("trend: { figure: tps, of: a, along: offered, within: 10 }");

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.startsNeeded().getAsInt()).isGreaterThan(3);
  }

  /** Each start is 3 % off somewhere, and no load is off on the mean. */
  @Test
  void noiseOfStartsIsNoDepartureOfATrend() throws Exception {
    scene.tps("a", 100, 1, 1, 1, 1, 1, 1);
    scene.tps("a", 300, 1.03, 0.97, 1.03, 0.97, 1.03, 0.97);
    scene.tps("a", 500, 0.97, 1.03, 0.97, 1.03, 0.97, 1.03);
    scene.tps("a", 1000, 1.03, 0.97, 1.03, 0.97, 1.03, 0.97);
    String beyond = "trend: { figure: tps, of: a, along: offered, beyond: 2.5 }";

    assertThat(scene.claim(beyond).verdict()).isEqualTo(UNDECIDED);
    assertThat(scene.claim(beyond.replace("beyond: 2.5", "within: 5")).verdict()).isEqualTo(HOLDS);
  }

  /** Of one load the 95 % interval begins at 10.5 %, that of 99 %, for one of five, at 7.3 %. */
  @Test
  void ofMoreLoadsOneMoreSurelyMustBeFarOff() throws Exception {
    scene.tps("a", 100, 1, 1, 1);
    scene.tps("a", 500, 0.87, 0.88, 0.86);
    String beyond = "trend: { figure: tps, of: a, along: offered, beyond: 10 }";
    assertThat(scene.claim(beyond).verdict()).isEqualTo(HOLDS);

    for (int users : List.of(200, 300, 400, 600)) {
      scene.tps("a", users, 1, 1, 1);
    }

    assertThat(scene.claim(beyond).verdict()).isEqualTo(UNDECIDED);
    assertThat(scene.claim(beyond).startsNeeded().getAsInt()).isGreaterThan(3);
    assertThat(scene.claim(beyond.replace("beyond: 10", "within: 16")).verdict())
        .as("all must be near, which needs no allowance")
        .isEqualTo(HOLDS);
  }

  @Test
  void aTrendOfWhichNoStartHasAllLoadsIsNotJudged() throws Exception {
    scene.tps("a", 100, 1);
    scene.row(StageBuilder.row("a", 2, 500).with(StageCounts.TPS, 1));

    JudgedClaim claim = scene.claim("trend: { figure: tps, of: a, along: offered, within: 10 }");

    assertThat(claim.verdict()).isEqualTo(NOT_JUDGED);
    assertThat(claim.statements().getFirst().evidence().looked().startsLeftOut()).isEqualTo(2);
  }

  @Test
  void aBoundOnATimeIsJudgedByTheMeanOverStartsOfTheWorstStage() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_MEAN_MS, 1, 1, 1);
    scene.measured("a", 500, StageTimes.RTT_MEAN_MS, 10, 11, 12);

    assertThat(scene.claim("bound: { figure: rtt_mean_ms, of: a, below: 100 }").verdict())
        .isEqualTo(HOLDS);
    assertThat(scene.claim("bound: { figure: rtt_mean_ms, of: a, below: 5 }").verdict())
        .isEqualTo(DOES_NOT_HOLD);
    assertThat(scene.claim("bound: { figure: rtt_mean_ms, of: a, above: 5 }").verdict())
        .as("at 100 users it is not")
        .isEqualTo(DOES_NOT_HOLD);
    assertThat(
            scene.claim("bound: { figure: rtt_mean_ms, of: a, above: 0.5, below: 50 }").verdict())
        .isEqualTo(HOLDS);
    JudgedClaim near = scene.claim("bound: { figure: rtt_mean_ms, of: a, below: 11.5 }");
    assertThat(near.verdict()).isEqualTo(UNDECIDED);
    assertThat(near.startsNeeded().getAsInt()).isGreaterThan(3);
  }

  /** 0.025^(1 ÷ 6) is 0.54, 0.025^(1 ÷ 5) is 0.48: what all of n starts say at least. */
  @Test
  void aBoundOnAShareOfMessagesIsJudgedByHowManyStartsKeepIt() throws Exception {
    String bound = "bound: { figure: owed_lost_pct, of: a, below: 1 }";
    scene.measured("a", 100, StageExtras.OWED_LOST_PCT, 0, 0, 0, 0, 0, 0);
    assertThat(scene.claim(bound).verdict()).isEqualTo(HOLDS);

    scene.measured("a", 500, StageExtras.OWED_LOST_PCT, 5, 6, 5, 9, 5, 7);
    assertThat(scene.claim(bound).verdict()).isEqualTo(DOES_NOT_HOLD);
  }

  @Test
  void threeStartsWithoutALossLeaveABoundOnLossUndecided() throws Exception {
    scene.measured("a", 100, StageExtras.OWED_LOST_PCT, 0, 0, 0);

    JudgedClaim claim = scene.claim("bound: { figure: owed_lost_pct, of: a, below: 1 }");

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.startsNeeded()).hasValue(6);
  }

  @Test
  void aFigureMayBeAShareOfAnother() throws Exception {
    for (int i = 1; i <= 6; i++) {
      scene.row(
          StageBuilder.row("a", i, 100)
              .with(StageCounts.RAMP_LOST, 20)
              .with(StageCounts.RAMP_EXPECTED, 1000));
    }

    assertThat(
            scene
                .claim(
                    "bound: { figure: ramp_lost / ramp_expected, of: a, above: 0.01, below: 0.03 }")
                .verdict())
        .isEqualTo(HOLDS);
  }

  @Test
  void aKneeIsWhereMostStartsHaveTheirFirstBadLoad() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P95_MS, 5, 5, 5, 5, 5, 5);
    scene.measured("a", 300, StageTimes.RTT_P95_MS, 6, 6, 6, 6, 6, 6);
    scene.measured("a", 500, StageTimes.RTT_P95_MS, 2000, 2100, 1500, 1800, 1900, 20);
    scene.measured("a", 700, StageTimes.RTT_P95_MS, 3000, 3000, 3000, 3000, 3000, 3000);
    String knee = "knee: { figure: rtt_p95_ms, of: a, good-below: 1000, from: 500, to: 700 }";

    JudgedClaim claim = scene.claim(knee);
    assertThat(claim.verdict()).isEqualTo(HOLDS);
    assertThat(claim.statements().getFirst().evidence().seen()).isEqualTo(new Seen.Counted(6, 6));
    assertThat(scene.claim(knee.replace("500", "100").replace("700", "300")).verdict())
        .isEqualTo(DOES_NOT_HOLD);
    assertThat(scene.claim(knee.replace("500", "700")).verdict())
        .as("five of six had it before")
        .isEqualTo(UNDECIDED);
  }

  @Test
  void aStartSaysNothingOfAKneeWhereTheLoadBeforeIsInvalid() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P95_MS, 5, 5);
    scene.row(StageBuilder.row("a", 1, 300).with(StageTimes.RTT_P95_MS, 5).invalid());
    scene.row(StageBuilder.row("a", 2, 300).with(StageTimes.RTT_P95_MS, 5));
    scene.measured("a", 500, StageTimes.RTT_P95_MS, 2000, 2000);

    assertThat(
            scene
                .claim("knee: { figure: rtt_p95_ms, of: a, good-below: 1000, from: 500, to: 500 }")
                .statements()
                .getFirst()
                .evidence()
                .seen())
        .isEqualTo(new Seen.Counted(1, 1));
  }

  /** Or those that lose early would count, and those that might lose later would not. */
  @Test
  void aStartThatLacksTheRowOfALoadIsNoEvidenceWhateverItLostAtAnother() throws Exception {
    scene.measured("a", 100, StageExtras.OWED_LOST_PCT, 0, 0, 0, 5, 5, 5);
    scene.measured("a", 500, StageExtras.OWED_LOST_PCT, 0, 0, 0);
    for (int start = 4; start <= 6; start++) {
      scene.row(StageBuilder.row("a", start, 500).with(StageExtras.OWED_LOST_PCT, 0).invalid());
    }

    Evidence evidence =
        scene
            .claim("bound: { figure: owed_lost_pct, of: a, below: 1 }")
            .statements()
            .getFirst()
            .evidence();

    assertThat(evidence.seen()).isEqualTo(new Seen.Counted(3, 3));
    assertThat(evidence.looked()).isEqualTo(new Evidence.Looked(3, 6, 12));
  }

  @Test
  void aStartSaysNothingOfAKneeWhereAnotherLoadOfItIsInvalid() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P95_MS, 5, 5, 2000);
    scene.measured("a", 300, StageTimes.RTT_P95_MS, 2000, 2000);
    scene.row(StageBuilder.row("a", 3, 300).with(StageTimes.RTT_P95_MS, 2000).invalid());
    scene.measured("a", 500, StageTimes.RTT_P95_MS, 2000);
    scene.row(StageBuilder.row("a", 2, 500).with(StageTimes.RTT_P95_MS, 2000).invalid());
    scene.row(StageBuilder.row("a", 3, 500).with(StageTimes.RTT_P95_MS, 2000));

    assertThat(knee().seen()).isEqualTo(new Seen.Counted(1, 1));
    assertThat(knee().looked().startsLeftOut()).isEqualTo(2);
  }

  @Test
  void aServerThatEndedUnderALoadHasItsKneeThere() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P95_MS, 5, 5);
    scene.measured("a", 300, StageTimes.RTT_P95_MS, 6);
    scene.measured("a", 500, StageTimes.RTT_P95_MS, 7);
    assertThat(knee().seen()).isEqualTo(new Seen.Counted(0, 1));

    scene.ended("a", 2, 300);

    assertThat(knee().seen()).isEqualTo(new Seen.Counted(1, 2));
  }

  private Evidence knee() throws Exception {
    return scene
        .claim("knee: { figure: rtt_p95_ms, of: a, good-below: 1000, from: 300, to: 500 }")
        .statements()
        .getFirst()
        .evidence();
  }
}
