package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.boardbench.report.claims.Verdict.DOES_NOT_HOLD;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

/** What a ratio of two variants, or a rank among several, says of starts. */
class RatioStatementTest {
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
}
