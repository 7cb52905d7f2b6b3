package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.results.row.CalibrationValue;
import org.junit.jupiter.api.Test;

class KnownDelayStepTest {
  private static final long MS = 1_000_000;
  private static final KnownDelayStep STEP =
      new KnownDelayStep(Duration.ofMillis(10), ServerCountsSamples.LOAD);

  @Test
  void theErrorIsWhatTheRttHasMoreThanTheServersRecord() {
    ScriptedStage stage = rtt(10 * MS + 40_000, 10 * MS + 300_000, 12 * MS);

    CalibrationValue median = find("rtt_p50", findings(stage));

    assertThat(STEP.name()).isEqualTo("delay-10ms");
    assertThat(median)
        .hasToString("rtt_p50: truth 10.000 ms, measured 10.043, error 0.043, bound 1.010");
    assertThat(findings(stage)).noneMatch(CalibrationValue::isMissed);
  }

  @Test
  void aMedianThatIsOffByMoreThanItsBoundIsNamed() {
    assertThat(missed(rtt(11 * MS + 20_000, 11 * MS + 20_000, 12 * MS))).containsExactly("rtt_p50");
    assertThat(missed(rtt(8 * MS, 10 * MS, 12 * MS))).containsExactly("rtt_p50");
  }

  @Test
  void aTailThatIsOffByMoreThanItsBoundIsNamed() {
    assertThat(missed(rtt(10 * MS, 36 * MS, 36 * MS))).containsExactly("rtt_p99");
  }

  @Test
  void theMaximumIsShownAndNeverJudged() {
    ScriptedStage stage = rtt(10 * MS, 10 * MS, 900 * MS);

    assertThat(missed(stage)).isEmpty();
    assertThat(find("rtt_max", findings(stage)).error().orElseThrow()).isCloseTo(890, within(1.0));
  }

  @Test
  void deliveriesThatTheServerKeptAndTheDriverDidNotExpectAreNamed() {
    ScriptedStage stage = rtt(10 * MS, 10 * MS, 10 * MS);
    stage.lost = 1;
    ServerCounts oneMore =
        new ServerCounts(
            401,
            Map.of(),
            new ServerCounts.HeldTimes(ScriptedStage.EXPECTED + 1, 10 * MS, 10 * MS, 10 * MS));

    assertThat(STEP.findings(stage.result(), oneMore))
        .filteredOn(CalibrationValue::isMissed)
        .extracting(CalibrationValue::figure)
        .containsExactly("expected", "lost");
  }

  @Test
  void withoutAnyRttTheCaseIsMissedNotSkipped() {
    assertThat(missed(new ScriptedStage())).containsExactly("rtt_p50", "rtt_p99");
  }

  /** Of 400 messages: half of them in the ramp, nine with the 99th percentile, one the longest. */
  private static ScriptedStage rtt(long p50Ns, long p99Ns, long maxNs) {
    Histogram ramp = new Histogram(3);
    ramp.recordValueWithCount(p50Ns, 200);
    Histogram hold = new Histogram(3);
    hold.recordValueWithCount(p50Ns, 190);
    hold.recordValueWithCount(p99Ns, 9);
    hold.recordValueWithCount(maxNs, 1);
    ScriptedStage stage = new ScriptedStage();
    stage.intervals = List.of(interval(Phase.Kind.RAMP, ramp), interval(Phase.Kind.HOLD, hold));
    return stage;
  }

  private static StageResult.Interval interval(Phase.Kind kind, Histogram times) {
    KeptHistogram kept = KeptHistogram.of(times);
    return new StageResult.Interval(
        new Phase(kind, 1), 0, 1_000_000_000, new KeptTimes(kept, kept, kept));
  }

  private static List<CalibrationValue> findings(ScriptedStage stage) {
    return STEP.findings(stage.result(), ServerCountsSamples.held(10 * MS, 10 * MS, 10 * MS));
  }

  private static List<String> missed(ScriptedStage stage) {
    return findings(stage).stream()
        .filter(CalibrationValue::isMissed)
        .map(CalibrationValue::figure)
        .toList();
  }

  private static CalibrationValue find(String figure, List<CalibrationValue> findings) {
    return findings.stream().filter(f -> f.figure().equals(figure)).findFirst().orElseThrow();
  }
}
