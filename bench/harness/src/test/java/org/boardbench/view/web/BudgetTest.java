package org.boardbench.view.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final long S = 1_000_000_000;

  private static int taken(Budget budget, long nowNs) {
    int taken = 0;
    while (budget.hasAny(nowNs)) {
      budget.take(1);
      taken++;
    }
    return taken;
  }

  @Test
  void givesWhatThereIsForASecondAndThenAsMuchAsTimeBrings() {
    Budget budget = new Budget(10, 0);

    assertThat(taken(budget, 0)).isEqualTo(10);
    assertThat(taken(budget, S / 2)).isEqualTo(5);
    assertThat(taken(budget, 100 * S)).as("nothing is saved up for longer").isEqualTo(10);
  }

  @Test
  void whoTakesMoreThanThereIsPaysItBackFirst() {
    Budget budget = new Budget(10, 0);
    budget.take(30);

    assertThat(budget.hasAny(S)).isFalse();
    assertThat(budget.hasAny(2 * S)).isFalse();
    assertThat(budget.hasAny(3 * S)).isTrue();
  }

  @Test
  void aClockThatStandsStillTakesNothingAway() {
    Budget budget = new Budget(1, 5);

    assertThat(budget.hasAny(5)).isTrue();
    assertThat(budget.hasAny(4)).isTrue();
  }
}
