package org.boardbench.view.metrics.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.account.record.Phase.Kind;
import org.boardbench.view.metrics.Metric;
import org.junit.jupiter.api.Test;

class CumulativeCountsTest {
  @Test
  void wholeSecondsKeepTheirCountsAndTheCutOnesShareTheRest() {
    // Half a second at 20 a second, two whole ones, half a second at 10.
    assertThat(CumulativeCounts.of(new double[] {20, 20, 30, 10}, 65))
        .containsExactly(10, 30, 60, 65);
  }

  @Test
  void countsThatAddUpToTheTotalStayAsTheyAre() {
    assertThat(CumulativeCounts.of(new double[] {3, 0, 4}, 7)).containsExactly(3, 3, 7);
  }

  @Test
  void whereTheRatesSayMoreThanTheTotalEachSecondGetsItsShare() {
    assertThat(CumulativeCounts.of(new double[] {10, 100, 10}, 60)).containsExactly(5, 55, 60);
    assertThat(CumulativeCounts.of(new double[] {10, 10, 10}, 60)).containsExactly(20, 40, 60);
  }

  @Test
  void theTotalIsReachedWhateverTheSecondsSay() {
    assertThat(CumulativeCounts.of(new double[] {0, 0}, 5)).containsExactly(0, 5);
    assertThat(CumulativeCounts.of(new double[] {80}, 5)).containsExactly(5);
    assertThat(CumulativeCounts.of(new double[] {0}, 0)).containsExactly(0);
  }

  @Test
  void aStagesFirstMessagesAreItsRamps() {
    PhaseCounters sent = new PhaseCounters(Metric.SENT, new double[] {4, 6, 10}, 7, 13);

    assertThat(new long[] {sent.at(Kind.RAMP, 0), sent.at(Kind.HOLD, 0)}).containsExactly(4, 0);
    assertThat(new long[] {sent.at(Kind.RAMP, 1), sent.at(Kind.HOLD, 1)}).containsExactly(7, 3);
    assertThat(new long[] {sent.at(Kind.RAMP, 2), sent.at(Kind.HOLD, 2)}).containsExactly(7, 13);
  }
}
