package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Palette;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

class IntervalBarsTest {
  @Test
  void aBarThatFitsHasTwoEnds() {
    assertThat(drawn(10, 11, 12)).hasSize(2 + 2 + 2);
  }

  @Test
  void aBarThatReachesOverDecadesIsCutOffAtTheAxisAndHasNoEndThere() {
    assertThat(drawn(3, 40, 1671)).hasSize(2);
  }

  /** The points of the bar, of which all are on the axis. */
  private static List<Curve.Point> drawn(double... startsMs) {
    List<StoredStage> rows = new ArrayList<>();
    for (double ms : startsMs) {
      rows.add(StageBuilder.row("x", rows.size() + 1, 500).with(StageTimes.RTT_P95_MS, ms).build());
    }
    List<StageGroup> groups = StageGroup.of(rows);
    Axis axis =
        Measure.RTT_P95.axis(
            IntervalBars.withEnds(startsMs, groups, Measure.RTT_P95), DoubleStream.empty());
    List<Curve.Point> points =
        new IntervalBars(Measure.RTT_P95, axis, LoadAxis.ofUsers(groups))
            .of(groups, Look.line(Palette.BLUE, 1), 0).points().stream()
                .filter(point -> !point.isGap())
                .toList();
    assertThat(points).allSatisfy(point -> assertThat(point.y()).isBetween(axis.min(), axis.max()));
    return points;
  }
}
