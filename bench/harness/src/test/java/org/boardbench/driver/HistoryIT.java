package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.List;
import org.boardbench.account.result.StageResult;
import org.boardbench.plan.model.ChurnSpec;
import org.boardbench.plan.model.ChurnSpec.Distribution;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Newcomers who ask for what their board has had before. */
@Timeout(600)
class HistoryIT {
  private static final int USERS = 12;
  private static final int HISTORY = 60_000;

  private static DriverScene scene(int historyBytes) {
    DriverScene scene =
        new DriverScene(ServerSettings.of(FaultScript.none()).withHistory(historyBytes));
    scene.asksForHistory = true;
    return scene;
  }

  private static List<StageResult> run(DriverScene scene) throws InterruptedException {
    ChurnSpec churn =
        new ChurnSpec(Duration.ofMillis(400), Duration.ofMillis(100), Distribution.EXPONENTIAL);
    return scene.run(stage(USERS, 100, 1000), stage(USERS, 0, 2000).with(churn));
  }

  @Test
  void eachOfThemGetsItAndWhatIsInItIsNoDelivery() throws Exception {
    try (DriverScene scene = scene(HISTORY)) {
      List<StageResult> results = run(scene);

      assertThat(results.getFirst().snapshots().times().getTotalCount()).isEqualTo(USERS);
      StageResult churning = results.getLast();
      long snapshots = churning.snapshots().times().getTotalCount();
      assertThat(snapshots).isPositive().isEqualTo(churning.churn().joined());
      assertThat(churning.snapshots().bytes())
          .isBetween(snapshots * HISTORY / 2, snapshots * (HISTORY + 1_000));
      assertThat(churning.snapshots().times().getMaxValue())
          .isGreaterThanOrEqualTo(churning.connect().p50Ns());
      for (StageResult result : results) {
        assertThat(result.hold().lost()).isZero();
        assertThat(result.hold().duplicated() + result.hold().misrouted()).isZero();
        assertThat(result.receivedInHold())
            .as("of a stage's messages")
            .isLessThanOrEqualTo(scene.server.counts().deliveries());
      }
      assertThat(scene.driver.deliveries()).isLessThanOrEqualTo(scene.server.counts().made());
    }
  }

  @Test
  void ofAServerThatKeepsNoneNobodyGetsAny() throws Exception {
    try (DriverScene scene = scene(0)) {
      List<StageResult> results = run(scene);

      for (StageResult result : results) {
        assertThat(result.joined()).isPositive();
        assertThat(result.snapshots().times().getTotalCount()).isZero();
        assertThat(result.hold().lost()).isZero();
      }
    }
  }
}
