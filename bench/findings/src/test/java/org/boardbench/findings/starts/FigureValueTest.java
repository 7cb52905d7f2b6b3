package org.boardbench.findings.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.junit.jupiter.api.Test;

class FigureValueTest {
  private static final List<Column<StageRecord>> TIMES =
      StageColumns.TABLE.columns().stream()
          .filter(column ->
              column.name().matches("(rtt|service|delivery|reach)_.*_ms")
                  && !column.name().matches("rtt_.*_(censored|low|high)_ms"))
          .toList();

  @Test
  void isALowerBoundWhereAPartOfTheMessagesNeverCame() {
    StoredStage row =
        row()
            .with(StageTimes.RTT_P99_MS, 40)
            .with(StageExtras.RTT_COVERAGE_PCT, 97.5)
            .with(StageTimes.REACH_100_P95_MS, 50)
            .with(StageExtras.REACH_100_COVERAGE_PCT, 60)
            .build();

    assertThat(FigureValue.of(row, StageTimes.RTT_P99_MS)).isEqualTo(new FigureValue(40, true));
    assertThat(FigureValue.of(row, StageTimes.REACH_100_P95_MS))
        .isEqualTo(new FigureValue(50, true));
  }

  @Test
  void showsTheP95ThatCountsWhatNeverCame() {
    StageBuilder row =
        row().with(StageTimes.RTT_P95_MS, 2).with(StageExtras.RTT_COVERAGE_PCT, 97.5);
    assertThat(FigureValue.of(row.build(), StageTimes.RTT_P95_MS))
        .isEqualTo(new FigureValue(2, true));

    row.with(StageExtras.RTT_P95_CENSORED_MS, 9_000);
    assertThat(FigureValue.of(row.build(), StageTimes.RTT_P95_MS))
        .isEqualTo(new FigureValue(9_000, true));
  }

  @Test
  void noGreaterPercentileIsBelowTheP95ThatCountsWhatNeverCame() {
    StageBuilder row =
        row()
            .with(StageTimes.RTT_P50_MS, 1)
            .with(StageTimes.RTT_P99_MS, 40)
            .with(StageTimes.RTT_MAX_MS, 9_500)
            .with(StageExtras.RTT_P95_CENSORED_MS, 9_000)
            .with(StageExtras.RTT_COVERAGE_PCT, 97.5);

    assertThat(FigureValue.of(row.build(), StageTimes.RTT_P50_MS))
        .isEqualTo(new FigureValue(1, true));
    assertThat(FigureValue.of(row.build(), StageTimes.RTT_P99_MS))
        .isEqualTo(new FigureValue(9_000, true));
    assertThat(FigureValue.of(row.build(), StageTimes.RTT_MAX_MS))
        .isEqualTo(new FigureValue(9_500, true));
  }

  @Test
  void whereNothingCameBackTheGreaterPercentilesAreAtLeastThatToo() {
    StoredStage row =
        row()
            .with(StageExtras.RTT_P95_CENSORED_MS, 9_000)
            .with(StageExtras.RTT_COVERAGE_PCT, 0)
            .build();

    assertThat(FigureValue.of(row, StageTimes.RTT_P99_MS)).isEqualTo(new FigureValue(9_000, true));
    assertThat(FigureValue.of(row, StageTimes.RTT_P50_MS).value()).isNaN();
  }

  @Test
  void aTimeOfDeliveriesIsALowerBoundWhereSomeOfTheExpectedOnesWereLost() {
    StageBuilder row = row().with(StageTimes.DELIVERY_P99_MS, 7).with(StageCounts.LOSS_PCT, 17);
    assertThat(FigureValue.of(row.build(), StageTimes.DELIVERY_P99_MS))
        .isEqualTo(new FigureValue(7, false));

    row.with(StageExtras.RTT_COVERAGE_PCT, 82);
    assertThat(FigureValue.of(row.build(), StageTimes.DELIVERY_P99_MS))
        .isEqualTo(new FigureValue(7, true));
  }

  @Test
  void everyTimeOfMessagesIsALowerBoundWhereSomeNeverCame() {
    StoredStage whole = with(100, 100, 0);
    StoredStage part = with(60, 50, 17);

    for (Column<StageRecord> time : TIMES) {
      assertThat(FigureValue.of(whole, time)).isEqualTo(new FigureValue(7, false));
      assertThat(FigureValue.of(part, time)).as(time.name()).isEqualTo(new FigureValue(7, true));
    }
  }

  private static StoredStage with(double rttPct, double reachPct, double lossPct) {
    StageBuilder row =
        row()
            .with(StageExtras.RTT_COVERAGE_PCT, rttPct)
            .with(StageExtras.REACH_100_COVERAGE_PCT, reachPct)
            .with(StageCounts.LOSS_PCT, lossPct);
    TIMES.forEach(time -> row.with(time, 7));
    return row.build();
  }

  @Test
  void isTheFigureItselfWhereAllMessagesCame() {
    StoredStage row =
        row()
            .with(StageTimes.RTT_P95_MS, 2)
            .with(StageExtras.RTT_P95_CENSORED_MS, 9_000)
            .with(StageExtras.RTT_COVERAGE_PCT, 99.95)
            .with(StageExtras.REACH_100_COVERAGE_PCT, 10)
            .build();

    assertThat(FigureValue.of(row, StageTimes.RTT_P95_MS)).isEqualTo(new FigureValue(2, false));
  }

  @Test
  void isNeverALowerBoundInAnOlderRunThatDoesNotKnowWhatCame() {
    StoredStage row = row().with(StageTimes.RTT_P95_MS, 2).build();

    assertThat(FigureValue.of(row, StageTimes.RTT_P95_MS)).isEqualTo(new FigureValue(2, false));
  }

  @Test
  void isNoLowerBoundOfWhatWasNotMeasuredNorOfWhatIsNoTime() {
    StoredStage row =
        row().with(StageExtras.RTT_COVERAGE_PCT, 0).with(StageCosts.CPU_MEAN_PCT, 80).build();

    assertThat(FigureValue.of(row, StageTimes.RTT_P99_MS))
        .isEqualTo(new FigureValue(Double.NaN, false));
    assertThat(FigureValue.of(row, StageCosts.CPU_MEAN_PCT)).isEqualTo(new FigureValue(80, false));
  }

  @Test
  void showsTheLossOfWhatWasOwedAndInAnOlderRunOfWhatWasExpected() {
    StageBuilder row = row().with(StageCounts.LOSS_PCT, 4);
    assertThat(FigureValue.loss(row.build())).isEqualTo(new FigureValue(4, false));

    row.with(StageExtras.OWED_LOST_PCT, 31);
    assertThat(FigureValue.loss(row.build())).isEqualTo(new FigureValue(31, false));

    assertThat(FigureValue.loss(row().build()).value()).isNaN();
  }

  private static StageBuilder row() {
    return StageBuilder.row("node-ws", 1, 500);
  }
}
