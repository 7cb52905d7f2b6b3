package org.boardbench.findings.starts;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.statistics.FigureKind;
import org.junit.jupiter.api.Test;

class StageFigureTest {
  @Test
  void aFigureIsAveragedByWhatItIs() {
    assertThat(kind("rtt_p95_ms")).isEqualTo(FigureKind.TIME);
    assertThat(kind("tps")).isEqualTo(FigureKind.RATE);
    assertThat(kind("cpu_mean_pct")).isEqualTo(FigureKind.COST);
    assertThat(kind("cpu_mean_pct / tps")).isEqualTo(FigureKind.COST);
    assertThat(kind("loss_pct")).isEqualTo(FigureKind.SHARE);
    assertThat(kind("owed_lost_pct")).isEqualTo(FigureKind.SHARE);
    assertThat(kind("owed_lost_pct / tps")).isEqualTo(FigureKind.COST);
    assertThat(ClassRows.figure("late_pct").orElseThrow().kind()).isEqualTo(FigureKind.SHARE);
  }

  private static FigureKind kind(String name) {
    return StageFigure.of(name).orElseThrow().kind();
  }
}
