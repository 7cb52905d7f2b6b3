package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.boardbench.report.claims.Verdict.DOES_NOT_HOLD;
import static org.boardbench.report.claims.Verdict.HOLDS;
import static org.boardbench.report.claims.Verdict.NOT_JUDGED;
import static org.boardbench.report.claims.Verdict.UNDECIDED;

import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.Interval;
import org.junit.jupiter.api.Test;

/** Whether variants rank alike at two loads, or in two stages with different input. */
class OrderTest {
  private static final String SAME =
      "order: { figure: rtt_p95_ms, users: [100], to-users: [500], is: same }";
  private static final String TAU = SAME.replace("is: same", "tau-above: 0.3");

  private final ClaimScene scene = new ClaimScene();

  /** Three starts that differ by a few percent. */
  private void measured(String variant, int users, double ms) {
    scene.measured(variant, users, StageTimes.RTT_P95_MS, ms, 1.05 * ms, 1.02 * ms);
  }

  private void at100() {
    measured("a", 100, 10);
    measured("b", 100, 20);
    measured("c", 100, 40);
  }

  @Test
  void anOrderHoldsWhereNoPairChangesPlaces() throws Exception {
    at100();
    measured("a", 500, 300);
    measured("b", 500, 900);
    measured("c", 500, 1_000);

    JudgedClaim claim = scene.claim(SAME);

    assertThat(claim.verdict()).isEqualTo(HOLDS);
    assertThat(claim.statements())
        .extracting(one -> one.evidence().subject())
        .containsExactly(
            "rtt_p95_ms, a and b change places at 100 users and at 500 users",
            "rtt_p95_ms, a and c change places at 100 users and at 500 users",
            "rtt_p95_ms, b and c change places at 100 users and at 500 users");
    assertThat(estimate(claim, 0))
        .as("ahead by 2 here and by 3 there")
        .isCloseTo(0.5, within(1e-9));
  }

  @Test
  void anOrderDoesNotHoldWhereOnePairSurelyChangesPlacesAndSaysWhichOne() throws Exception {
    at100();
    measured("a", 500, 900);
    measured("b", 500, 300);
    measured("c", 500, 5_000);

    JudgedClaim claim = scene.claim(SAME);

    assertThat(claim.verdict()).isEqualTo(DOES_NOT_HOLD);
    assertThat(claim.statements())
        .extracting(JudgedClaim.JudgedStatement::verdict)
        .containsExactly(DOES_NOT_HOLD, HOLDS, HOLDS);
    assertThat(estimate(claim, 0)).as("of 2 and 3 the lesser").isCloseTo(2, within(1e-9));
  }

  @Test
  void anOrderIsUndecidedWhereStartsLeaveOpenWhoIsAheadAndSaysHowManyWouldDecide()
      throws Exception {
    at100();
    scene.measured("a", 500, StageTimes.RTT_P95_MS, 300, 420, 350);
    scene.measured("b", 500, StageTimes.RTT_P95_MS, 280, 360, 320);
    measured("c", 500, 5_000);

    JudgedClaim claim = scene.claim(SAME);

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    assertThat(claim.startsNeeded().getAsInt()).isGreaterThan(3);
    assertThat(claim.why()).startsWith("needs n = ").endsWith(", has 3");
  }

  /** Whoever is ahead by less than what counts has no place to lose. */
  @Test
  void variantsThatAreAboutEvenOnOneOccasionDoNotChangePlaces() throws Exception {
    measured("a", 100, 10);
    measured("b", 100, 10.1);
    measured("a", 500, 900);
    measured("b", 500, 300);
    String two = SAME.replace("is: same", "among: [a, b], is: same, counts: 20");

    assertThat(scene.claim(two).verdict()).isEqualTo(HOLDS);
  }

  @Test
  void stagesOfOneLoadAreToldApartByTheirNumbers() throws Exception {
    for (int stage = 1; stage <= 2; stage++) {
      for (int start = 1; start <= 3; start++) {
        double noise = 1 + 0.02 * start;
        row("a", stage, start, noise * (stage == 1 ? 10 : 60));
        row("b", stage, start, noise * (stage == 1 ? 20 : 30));
      }
    }
    String order = "order: { figure: rtt_p95_ms, among: [a, b], stage: 1, to-stage: 2, is: same }";

    JudgedClaim claim = scene.claim(order);

    assertThat(claim.verdict()).isEqualTo(DOES_NOT_HOLD);
    Evidence evidence = claim.statements().getFirst().evidence();
    assertThat(evidence.subject())
        .isEqualTo("rtt_p95_ms, a and b change places in stage 1 and in stage 2");
    assertThat(evidence.looked()).isEqualTo(new Evidence.Looked(0, 12, 12));
    assertThat(scene.claim(order.replace("to-stage: 2", "to-stage: 3")).verdict())
        .as("the run has no third stage")
        .isEqualTo(NOT_JUDGED);
  }

  private void row(String variant, int stage, int start, double ms) {
    scene.row(
        StageBuilder.row(variant, start, 300)
            .with(StageCounts.STAGE, Integer.toString(stage))
            .with(StageTimes.RTT_P95_MS, ms));
  }

  @Test
  void kendallsTauHoldsWhereEnoughPairsSurelyKeepTheirOrder() throws Exception {
    at100();
    measured("a", 500, 300);
    measured("b", 500, 5_000);
    measured("c", 500, 900);

    JudgedClaim claim = scene.claim(TAU);

    assertThat(claim.verdict()).isEqualTo(HOLDS);
    Evidence evidence = claim.statements().getFirst().evidence();
    assertThat(evidence.subject())
        .isEqualTo("rtt_p95_ms, Kendall's tau of 3 variants at 100 users and at 500 users");
    assertThat(evidence.seen().estimate().getAsDouble())
        .as("one of three pairs changes places")
        .isCloseTo(1 - 2 / 3.0, within(1e-9));
    assertThat(scene.claim(TAU.replace("0.3", "0.5")).verdict()).isEqualTo(DOES_NOT_HOLD);
  }

  @Test
  void kendallsTauIsBetweenWhatItIsIfOpenPairsKeepTheirOrderAndIfTheyDoNot() throws Exception {
    at100();
    scene.measured("a", 500, StageTimes.RTT_P95_MS, 300, 420, 350);
    scene.measured("b", 500, StageTimes.RTT_P95_MS, 280, 360, 320);
    measured("c", 500, 5_000);

    JudgedClaim claim = scene.claim(TAU.replace("0.3", "0.5"));

    assertThat(claim.verdict()).isEqualTo(UNDECIDED);
    Interval tau =
        claim.statements().getFirst().evidence().seen().bounds(0.95).interval().orElseThrow();
    assertThat(tau.low()).isCloseTo(1 - 2 / 3.0, within(1e-9));
    assertThat(tau.high()).isEqualTo(1);
  }

  @Test
  void noOrderIsJudgedByInvalidRows() throws Exception {
    for (String variant : List.of("a", "b", "c")) {
      for (int users : List.of(100, 500)) {
        scene.row(StageBuilder.row(variant, 1, users).with(StageTimes.RTT_P95_MS, 10).invalid());
      }
    }

    assertThat(scene.claim(SAME).verdict()).isEqualTo(NOT_JUDGED);
    assertThat(scene.claim(TAU).verdict()).isEqualTo(NOT_JUDGED);
  }

  private static double estimate(JudgedClaim claim, int part) {
    return claim.statements().get(part).evidence().seen().estimate().getAsDouble();
  }
}
