package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.report.claims.Verdict.DOES_NOT_HOLD;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.NOT_JUDGED;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageCounts;
import org.junit.jupiter.api.Test;

/** What a trend along loads says of starts. */
class TrendStatementTest {
  private final ClaimScene scene = new ClaimScene();

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
}
