package org.boardbench.findings.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdJudgeTest {
  private final List<StoredStage> rows = new ArrayList<>();

  private void starts(double... p99) {
    for (int i = 0; i < p99.length; i++) {
      rows.add(row(i + 1).with(StageTimes.RTT_P99_MS, p99[i]).build());
    }
  }

  private static StageBuilder row(int repetition) {
    return StageBuilder.row("zoo", repetition, 100);
  }

  private JudgedThreshold judge(String limit) {
    return judge(limit, 0.95);
  }

  private JudgedThreshold judge(String limit, double confidence) {
    Threshold threshold =
        new Threshold(
            Optional.empty(),
            StageFigure.of("rtt_p99_ms").orElseThrow(),
            Limit.parse(limit).orElseThrow());
    return new ThresholdJudge(RunStarts.of(rows), confidence)
        .judge(List.of(threshold), List.of("zoo"), List.of(100))
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "< 50, HOLDS",
    "<= 50, HOLDS",
    "< 10, BROKEN",
    "< 41, NOT_DECIDED",
    "> 10, HOLDS",
    ">= 50, BROKEN"
  })
  void fromThreeStartsOnTheIntervalDecides(String limit, Judgement judgement) {
    starts(40, 41, 42);

    assertThat(judge(limit).judgement()).isEqualTo(judgement);
    assertThat(judge(limit).words()).contains("41 ms (95 % interval 38.6 to 43.6), n = 3; by the");
  }

  /** t(0.995, 2) = 9.9248 where t(0.975, 2) = 4.3027. */
  @Test
  void aRunThatARuleEndedIsJudgedByItsOwnIntervalAndSaysWhichItIs() {
    starts(40, 41, 42);

    assertThat(judge("< 45").judgement()).isEqualTo(Judgement.HOLDS);
    assertThat(judge("< 45", 0.99).judgement()).isEqualTo(Judgement.NOT_DECIDED);
    assertThat(judge("< 45", 0.99).words())
        .contains("41 ms (99 % interval 35.6 to 47.1), n = 3; by the interval");
  }

  @Test
  void ofSeveralStagesOfOneLoadTheWorstDecides() {
    for (int i = 1; i <= 3; i++) {
      rows.add(row(i).with(StageTimes.RTT_P99_MS, 3_000 + i).build());
      rows.add(row(i).with(StageTimes.RTT_P99_MS, 900 + i).build());
    }

    assertThat(judge("< 2000").judgement()).isEqualTo(Judgement.BROKEN);
    assertThat(judge("> 2000").judgement()).isEqualTo(Judgement.BROKEN);
    assertThat(judge("> 800").judgement()).isEqualTo(Judgement.HOLDS);
  }

  @Test
  void threeStartsBelowABoundThatDifferMuchDoNotDecide() {
    starts(10, 20, 45);

    assertThat(judge("< 50").judgement()).isEqualTo(Judgement.NOT_DECIDED);
  }

  @Test
  void fewerStartsDecideByTheirValuesWhereTheyAgree() {
    starts(40, 60);

    assertThat(judge("< 70").judgement()).isEqualTo(Judgement.HOLDS);
    assertThat(judge("< 30").judgement()).isEqualTo(Judgement.BROKEN);
    assertThat(judge("< 50").judgement()).isEqualTo(Judgement.NOT_DECIDED);
    assertThat(judge("< 30").words())
        .isEqualTo(
            "zoo at 100 users: rtt_p99_ms < 30 broken: 49 ms, n = 2; by the values themselves (40,"
                + " 60), there is no interval");
  }

  @Test
  void invalidRowsSayNothingAndALoadOfThemAloneIsNotJudged() {
    rows.add(row(1).with(StageTimes.RTT_P99_MS, 900).invalid().build());
    assertThat(judge("< 50").judgement()).isEqualTo(Judgement.NOT_JUDGED);
    assertThat(judge("< 50").words())
        .isEqualTo("zoo at 100 users: rtt_p99_ms < 50 not judged: the only row is invalid");

    rows.add(row(2).with(StageTimes.RTT_P99_MS, 20).build());
    assertThat(judge("< 50").judgement()).isEqualTo(Judgement.HOLDS);
  }

  @Test
  void aLoadThatNobodyMeasuredIsNotJudged() {
    assertThat(judge("< 50").why()).isEqualTo("no row of that load");
    rows.add(row(1).build());
    assertThat(judge("< 50").why()).isEqualTo("not measured");
  }

  @Test
  void messagesThatNeverCameKeepNoUpperBoundAndMayBreakIt() {
    for (int i = 1; i <= 3; i++) {
      rows.add(
          row(i)
              .with(StageTimes.RTT_P99_MS, 40 + 0.1 * i)
              .with(StageExtras.RTT_COVERAGE_PCT, 90)
              .build());
    }

    assertThat(judge("< 50").judgement()).isEqualTo(Judgement.NOT_DECIDED);
    assertThat(judge("< 30").judgement()).isEqualTo(Judgement.BROKEN);
    assertThat(judge("> 30").judgement()).isEqualTo(Judgement.HOLDS);
    assertThat(judge("< 30").words()).contains("at least 40.2 ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "50", "= 50", "<", "< x", "< -1", "< 1e400", "<> 3", "< NaN"})
  void whatIsNoLimitIsRefused(String text) {
    assertThat(Limit.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"< 50", "<= 0.1", "> 3", ">= 100000"})
  void aLimitIsReadAgainAsItIsWritten(String text) {
    assertThat(Limit.parse(text).orElseThrow().words()).isEqualTo(text);
  }
}
