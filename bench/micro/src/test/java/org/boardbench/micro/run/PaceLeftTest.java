package org.boardbench.micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceLeftTest {
  private final AtomicLong nowNs = new AtomicLong(500);
  private final PaceLeft left = new PaceLeft(10, Duration.ofSeconds(2), nowNs::get);

  @Test
  void thePlanIsBelievedAtFirst() {
    assertThat(left.remaining()).isEqualTo(Duration.ofSeconds(20));
    assertThat(left.share()).isZero();
  }

  @Test
  void timeThatPassesWithinACaseCountsUpToTheCase() {
    pass(1);
    assertThat(left.remaining()).isEqualTo(Duration.ofSeconds(19));
    pass(100);
    assertThat(left.remaining()).isEqualTo(Duration.ofSeconds(18));
  }

  @Test
  void thePaceReplacesThePlanBitByBit() {
    for (int i = 0; i < 9; i++) {
      pass(4);
      left.caseEnded();
    }
    assertThat(left.remaining().toMillis()).isEqualTo(3800);
    pass(4);
    left.caseEnded();
    assertThat(left.remaining()).isZero();
    assertThat(left.elapsed()).isEqualTo(Duration.ofSeconds(40));
    assertThat(left.share()).isCloseTo(1, within(1e-9));
  }

  private void pass(int seconds) {
    nowNs.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
