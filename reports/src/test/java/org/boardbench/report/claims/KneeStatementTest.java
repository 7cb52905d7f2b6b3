package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.report.claims.Verdict.DOES_NOT_HOLD;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

/** What a knee, the first bad load, says of starts. */
class KneeStatementTest {
  private final ClaimScene scene = new ClaimScene();

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
