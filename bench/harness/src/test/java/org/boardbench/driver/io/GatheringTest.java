package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatheringTest {
  private final Gathering gathering = new Gathering(200_000);

  @Test
  void aThreadWithTimeGathersForAsLongAsItMay() {
    assertThat(gathering.ns(1_000_000)).isEqualTo(200_000);
    assertThat(gathering.ns(Long.MAX_VALUE)).isEqualTo(200_000);
  }

  @Test
  void aThreadThatMustSoonBeAwakeGathersUntilThenAndNotAtAllForAMoment() {
    assertThat(gathering.ns(150_000)).isEqualTo(150_000);
    assertThat(gathering.ns(9_999)).isZero();
    assertThat(gathering.ns(-5)).isZero();
  }

  @Test
  void aPlanMayHaveEveryFrameReadAtOnce() {
    assertThat(Gathering.NONE.ns(1_000_000)).isZero();
  }
}
