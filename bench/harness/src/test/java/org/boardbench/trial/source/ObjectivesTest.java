package org.boardbench.trial.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boardbench.plan.model.ObjectiveSpec;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.trial.capacity.LoadOutcome;
import org.junit.jupiter.api.Test;

class ObjectivesTest {
  private static final LoadOutcome KEPT_100 = new LoadOutcome(100, true, List.of(true));
  private static final LoadOutcome VIOLATED_110 = new LoadOutcome(110, true, List.of(false));

  private final Objectives objectives =
      new Objectives(List.of(new ObjectiveSpec(Duration.ofMillis(25), 0.1, 0)));

  @Test
  void whatWasMeasuredIsAllWhereTheServerLives() {
    assertThat(objectives.outcomes(List.of(row(100, true)), trial("ok", "")))
        .containsExactly(KEPT_100);
  }

  @Test
  void aServerThatEndedInARampHasViolatedThatLoadThoughThereIsNoRow() {
    assertThat(objectives.outcomes(List.of(row(100, true)), trial("failed", "110")))
        .containsExactly(KEPT_100, VIOLATED_110);
  }

  @Test
  void aServerThatEndedInAHoldHasViolatedItWhateverItsRowsSay() {
    assertThat(
            objectives.outcomes(
                List.of(row(100, true), row(110, false), row(110, true)), trial("failed", "110")))
        .containsExactly(KEPT_100, VIOLATED_110);
  }

  @Test
  void aStartThatFailedOtherwiseHasWhatItMeasured() {
    assertThat(objectives.outcomes(List.of(row(100, true)), trial("failed", "")))
        .containsExactly(KEPT_100);
  }

  private static StoredRow<StageRecord> row(int users, boolean isValid) {
    return StoredRow.of(
        Map.of(
            "users", Integer.toString(users),
            "valid", Boolean.toString(isValid),
            "rtt_p99_ms", "3",
            "owed_lost_pct", "0",
            "disconnects", "0"));
  }

  private static StoredRow<TrialRecord> trial(String status, String serverEndedUsers) {
    return StoredRow.of(Map.of("status", status, "server_ended_users", serverEndedUsers));
  }
}
