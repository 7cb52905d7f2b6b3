package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.Test;

/** 100 messages at 25 a second: the hold is 4 s, so a stall of 1 s holds up a quarter of them. */
class StallStepTest {
  private static final long MS = 1_000_000;
  private static final StallStep STEP =
      new StallStep(
          Duration.ofMillis(1500),
          Duration.ofSeconds(1),
          new CaseLoad(
              5, 5, 5, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(4), Duration.ofSeconds(1)));

  @Test
  void theQueueOfWaitingMessagesPasses() {
    List<CalibrationValue> findings = STEP.findings(stage(790, 985).result(), stalls(1));

    assertThat(STEP.name()).isEqualTo("stall-1000ms");
    assertThat(findings).noneMatch(CalibrationValue::isMissed);
    assertThat(findings)
        .extracting(CalibrationValue::toString)
        .contains("rtt_p95: truth 780.000 ms, measured 790.000, error 10.000, bound 78.000");
  }

  @Test
  void oneLateMessageInPlaceOfAQueueIsFoundOut() {
    assertThat(missed(stage(1, 985), 1)).containsExactly("rtt_p95");
  }

  @Test
  void aMaximumThatForgetsTheWaitIsFoundOut() {
    assertThat(missed(stage(780, 800), 1)).containsExactly("rtt_max");
  }

  @Test
  void aStallThatDidNotHappenOrLostSomethingIsNamed() {
    ScriptedStage stage = stage(780, 985);
    stage.lost = 1;

    assertThat(missed(stage, 0)).containsExactly("stalls", "lost");
  }

  private static ScriptedStage stage(long p95Ms, long maxMs) {
    ScriptedStage stage = new ScriptedStage();
    stage.rtt = new TimeFigures(100, 0, MS, p95Ms * MS, maxMs * MS, maxMs * MS, maxMs * MS);
    return stage;
  }

  private static ServerCounts stalls(long count) {
    return new ServerCounts(
        ScriptedStage.EXPECTED, Map.of("stall", count), ServerCountsSamples.NOT_HELD);
  }

  private static List<String> missed(ScriptedStage stage, long stalls) {
    return STEP.findings(stage.result(), stalls(stalls)).stream()
        .filter(CalibrationValue::isMissed)
        .map(CalibrationValue::figure)
        .toList();
  }
}
