package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.report.claims.Verdict.DOES_NOT_HOLD;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.NOT_JUDGED;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bound says of starts, and which of them are evidence at all. */
class BoundStatementTest {
  private final ClaimScene scene = new ClaimScene();

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
}
