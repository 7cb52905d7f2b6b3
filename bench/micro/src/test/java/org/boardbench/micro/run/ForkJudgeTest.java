package org.boardbench.micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boardbench.results.row.MicroRow;
import org.junit.jupiter.api.Test;

class ForkJudgeTest {
  @Test
  void aForkIsOneValueHoweverManyIterationsItHas() {
    MicroRow.Forks few =
        ForkJudge.of(
            List.of(new double[] {1, 1, 1}, new double[] {2, 2, 2}, new double[] {3, 3, 3}));
    MicroRow.Forks many =
        ForkJudge.of(
            List.of(
                new double[] {1, 1, 1, 1, 1, 1},
                new double[] {2, 2, 2, 2, 2, 2},
                new double[] {3, 3, 3, 3, 3, 3}));

    // Student's t for 2 degrees of freedom is 4.303; the standard error is 1 / sqrt(3).
    assertThat(few.error().orElseThrow()).isEqualTo(4.303 / Math.sqrt(3), within(0.001));
    assertThat(many.error()).isEqualTo(few.error());
  }

  @Test
  void iterationsThatFallInEveryForkAreATrend() {
    MicroRow.Forks forks =
        ForkJudge.of(
            List.of(
                new double[] {9, 12, 11, 10},
                new double[] {9, 12.2, 11, 10},
                new double[] {9, 12.1, 11, 10}));

    assertThat(forks.isSteady()).contains(false);
    assertThat(forks.trendPct().orElseThrow()).isEqualTo(-19, within(1.0));
  }

  @Test
  void iterationsThatMoveNowUpNowDownAreNone() {
    MicroRow.Forks forks =
        ForkJudge.of(
            List.of(
                new double[] {10, 11, 12}, new double[] {12, 11, 10}, new double[] {10, 12, 11}));

    assertThat(forks.isSteady()).contains(true);
  }

  @Test
  void aSureButSmallTrendDoesNotMatter() {
    MicroRow.Forks forks =
        ForkJudge.of(
            List.of(
                new double[] {100, 100, 101},
                new double[] {100, 100, 101},
                new double[] {100, 100, 101}));

    assertThat(forks.isSteady()).contains(true);
  }

  @Test
  void oneForkSaysNothing() {
    assertThat(ForkJudge.of(List.of(new double[] {1, 2, 3}))).isEqualTo(MicroRow.Forks.UNKNOWN);
  }

  @Test
  void twoIterationsAreNoTrend() {
    MicroRow.Forks forks = ForkJudge.of(List.of(new double[] {1, 2}, new double[] {1, 2}));

    assertThat(forks.error()).isPresent();
    assertThat(forks.isSteady()).isEmpty();
  }
}
