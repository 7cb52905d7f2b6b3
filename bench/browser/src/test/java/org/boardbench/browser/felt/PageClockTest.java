package org.boardbench.browser.felt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageClockTest {
  @Test
  void anAnswerIsTakenToBeOfTheMiddleOfQuestionAndAnswerAndMayBeOffByHalfOfIt() {
    PageClock clock = PageClock.between(5_000_000_000L, 5_004_000_000L, 1002);

    assertThat(clock.offsetNs()).isEqualTo(4_000_000_000L);
    assertThat(clock.errorNs()).isEqualTo(2_000_000);
    assertThat(clock.runNs(1002)).isEqualTo(5_002_000_000L);
  }

  @Test
  void momentsOnBothClocksSayItBetterByTheirMedian() {
    PageClock clock = new PageClock(4_000_000_000L, 2_000_000);

    assertThat(clock.by(List.of(9_000_000_000L, 4_001_000_000L, 4_000_900_000L)).offsetNs())
        .isEqualTo(4_001_000_000L);
    assertThat(clock.by(List.of())).isEqualTo(clock);
  }
}
