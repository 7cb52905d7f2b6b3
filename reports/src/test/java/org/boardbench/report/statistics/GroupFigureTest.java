package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.statistics.Interval;
import org.junit.jupiter.api.Test;

class GroupFigureTest {
  @Test
  void ofTimesItIsTheGeometricMeanOfAllElseTheArithmeticOne() {
    assertThat(shown(StageTimes.RTT_P95_MS, p95(1, 1), p95(2, 4), p95(3, 16)).value())
        .isCloseTo(4, within(1e-9));
    assertThat(shown(StageCosts.CPU_MEAN_PCT, cpu(1, 1), cpu(2, 4), cpu(3, 16)).value())
        .isCloseTo(7, within(1e-9));
  }

  @Test
  void anInvalidStartHasNoSayWhereAnotherIsValid() {
    GroupFigure shown =
        shown(StageTimes.RTT_P95_MS, p95(1, 2), p95(2, 2), p95(3, 2), p95(4, 9_000).invalid());

    assertThat(shown.value()).isCloseTo(2, within(1e-9));
    assertThat(shown.starts()).isEqualTo(3);
    assertThat(shown.interval())
        .map(Interval::high)
        .hasValueSatisfying(high -> assertThat(high).isCloseTo(2, within(1e-9)));
  }

  @Test
  void whereNoStartIsValidItIsNoEstimate() {
    GroupFigure shown =
        shown(
            StageTimes.RTT_P95_MS, p95(1, 1).invalid(), p95(2, 3).invalid(), p95(3, 500).invalid());

    assertThat(shown.value()).isEqualTo(3);
    assertThat(shown.starts()).isZero();
    assertThat(shown.interval()).isEmpty();
  }

  @Test
  void fewerThanThreeStartsHaveNoInterval() {
    assertThat(shown(StageTimes.RTT_P95_MS, p95(1, 1), p95(2, 4)).interval()).isEmpty();
  }

  @Test
  void whatMayBeGreaterHasNoInterval() {
    GroupFigure shown =
        shown(
            StageTimes.RTT_P95_MS,
            p95(1, 2),
            p95(2, 3),
            p95(3, 4).with(StageExtras.RTT_COVERAGE_PCT, 90));

    assertThat(shown.atLeast()).isTrue();
    assertThat(shown.interval()).isEmpty();
  }

  private static StageBuilder p95(int repetition, double ms) {
    return StageBuilder.row("x", repetition, 100).with(StageTimes.RTT_P95_MS, ms);
  }

  private static StageBuilder cpu(int repetition, double pct) {
    return StageBuilder.row("x", repetition, 100).with(StageCosts.CPU_MEAN_PCT, pct);
  }

  private static GroupFigure shown(Column<StageRecord> column, StageBuilder... rows) {
    return StageGroup.of(List.of(rows).stream().map(StageBuilder::build).toList())
        .getFirst()
        .shown(column);
  }
}
