package org.boardbench.findings.starts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.junit.jupiter.api.Test;

class RunStartsTest {
  private static final StageFigure P99 = StageFigure.of("rtt_p99_ms").orElseThrow();
  private static final Where A = new Where("", "a", List.of(100));

  @Test
  void aPercentileIsNoSurerThanItsMessagesWhereStartsAgree() {
    List<StoredStage> rows =
        IntStream.rangeClosed(1, 3)
            .mapToObj(repetition ->
                StageBuilder.row("a", repetition, 100)
                    .with(StageTimes.RTT_P99_MS, 10)
                    .with(StageExtras.RTT_P99_LOW_MS, 8)
                    .with(StageExtras.RTT_P99_HIGH_MS, 11)
                    .build())
            .toList();

    Estimate estimate =
        RunStarts.of(rows).sample(A, P99, OverStages.MEAN).estimate(FigureKind.TIME);

    // The end that is farther, 10 ÷ 8, for one start; √3 less for three.
    assertThat(estimate.bounds().interval().orElseThrow().high())
        .isCloseTo(10 * Math.pow(1.25, 1 / Math.sqrt(3)), within(1e-6));
  }

  @Test
  void ofALowerBoundAndOfAnOlderRunMessagesSayNothing() {
    StageBuilder old = StageBuilder.row("a", 1, 100).with(StageTimes.RTT_P99_MS, 10);
    StageBuilder lower =
        StageBuilder.row("a", 1, 100)
            .with(StageTimes.RTT_P99_MS, 10)
            .with(StageExtras.RTT_P99_LOW_MS, 8)
            .with(StageExtras.RTT_P99_HIGH_MS, 11)
            .with(StageExtras.RTT_COVERAGE_PCT, 90);

    assertThat(P99.messages(old.build())).isNaN();
    assertThat(P99.messages(lower.build())).isNaN();
  }

  @Test
  void invalidRowsAreCountedAndNeverLookedInto() {
    List<StoredStage> rows =
        List.of(
            StageBuilder.row("a", 1, 100).with(StageTimes.RTT_P99_MS, 10).build(),
            StageBuilder.row("a", 2, 100).with(StageTimes.RTT_P99_MS, 900).invalid().build());

    Sample sample = RunStarts.of(rows).sample(A, P99, OverStages.MEAN);

    assertThat(sample.numbers().boxed()).containsExactly(10.0);
    assertThat(sample.usedRows()).isEqualTo(1);
    assertThat(sample.rows()).isEqualTo(2);
  }

  @Test
  void aStartIsNoEvidenceOfLoadsOfWhichOneRowIsInvalidOrMissing() {
    List<StoredStage> rows =
        List.of(
            p99(1, 100, 10).build(),
            p99(1, 300, 20).build(),
            p99(2, 100, 10).build(),
            p99(2, 300, 900).invalid().build(),
            p99(3, 300, 900).build(),
            p99(4, 100, 10).build(),
            p99(4, 300, 20).build(),
            p99(4, 100, 900).with(StageCounts.STAGE, "3").invalid().build());
    Where both = new Where("", "a", List.of(100, 300));

    Sample sample = RunStarts.of(rows).sample(both, P99, OverStages.GREATEST);

    assertThat(sample.values()).extracting(Sample.OfStart::repetition).containsExactly(1);
    assertThat(sample.leftOut()).isEqualTo(3);
    OneStart backAgain = RunStarts.of(rows).starts("a").getLast();
    assertThat(backAgain.isWithin(300, P99, Region.below(100))).hasValue(true);
    assertThat(backAgain.isWithin(100, P99, Region.below(100))).isEmpty();
  }

  @Test
  void aRowWhoseTimesAloneAreInvalidCountsForWhatIsNoTime() {
    StageFigure tps = StageFigure.of("tps").orElseThrow();
    List<StoredStage> rows =
        List.of(
            invalid(1, new InvalidReason("drift", "drift 30 % > 25 %")),
            invalid(
                2,
                new InvalidReason("drift", "drift 30 % > 25 %"),
                new InvalidReason("few-samples", "few-samples 3 < 10")),
            invalid(
                3,
                new InvalidReason("drift", "drift 30 % > 25 %"),
                new InvalidReason("stall", "stall 81 ms > 50 ms")),
            invalid(4, new InvalidReason("unheard-of", "unheard-of 1 > 0")));
    RunStarts starts = RunStarts.of(rows);

    Sample counted = starts.sample(A, tps, OverStages.MEAN);

    assertThat(counted.values()).extracting(Sample.OfStart::repetition).containsExactly(1, 2);
    assertThat(counted.usedRows()).isEqualTo(2);
    assertThat(starts.sample(A, P99, OverStages.MEAN).values()).isEmpty();
    assertThat(starts.starts("a").getFirst().isWithin(100, tps, Region.above(1))).hasValue(true);
    assertThat(starts.starts("a").getFirst().isWithin(100, P99, Region.below(99))).isEmpty();
  }

  private static StoredStage invalid(int repetition, InvalidReason... reasons) {
    StageBuilder row = p99(repetition, 100, 10).with(StageCounts.TPS, 100).invalid();
    List.of(reasons).forEach(row::because);
    return row.build();
  }

  @Test
  void aStartThatFailedIsOneWithRowsOrWithout() {
    List<StoredStage> rows = List.of(p99(1, 100, 10).build(), p99(2, 100, 9).build());
    FailedStart early = new FailedStart("a", 3, OptionalInt.empty(), "not ready");
    FailedStart late = new FailedStart("a", 1, OptionalInt.of(300), "a exited");
    RunStarts starts = RunStarts.of(rows, List.of(early, late));

    List<OneStart> ofA = starts.starts("a");

    assertThat(ofA).extracting(OneStart::repetition).containsExactly(1, 2, 3);
    assertThat(ofA).extracting(start -> start.hasEndedUpTo(100)).containsOnly(false);
    assertThat(ofA)
        .extracting(start -> start.hasEndedUpTo(500))
        .containsExactly(true, false, false);
    assertThat(starts.sample(A, P99, OverStages.MEAN).leftOut()).isEqualTo(1);
  }

  private static StageBuilder p99(int repetition, int users, double ms) {
    return StageBuilder.row("a", repetition, users).with(StageTimes.RTT_P99_MS, ms);
  }
}
