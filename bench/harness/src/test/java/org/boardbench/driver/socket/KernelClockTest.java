package org.boardbench.driver.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelClockTest {
  private static final long EPOCH_NS = 1_800_000_000_000_000_000L;
  private static final long SECOND_NS = 1_000_000_000;

  private long nowNs = 5_000;
  private long aheadNs = EPOCH_NS;
  private int looks;

  /** How long the look at the real time takes, one after the other, then 1000 ns. */
  private long[] delaysNs = {};

  private final KernelClock clock = new KernelClock(() -> nowNs, this::realTimeNs);

  private long realTimeNs() {
    long delayNs = looks < delaysNs.length ? delaysNs[looks] : 1_000;
    looks++;
    nowNs += delayNs / 2;
    long realNs = nowNs + aheadNs;
    nowNs += delayNs - delayNs / 2;
    return realNs;
  }

  @Test
  void aTimeOfTheKernelIsPlacedOnTheRunClock() {
    assertThat(clock.runNs(EPOCH_NS + 123_456)).isEqualTo(123_456);
  }

  @Test
  void theTightestBracketSaysTheOffset() {
    delaysNs = new long[] {900_000, 30, 700_000};
    looks = 0;
    aheadNs += 40;

    assertThat(clock.compare()).isEqualTo(40);
  }

  @Test
  void aStepOfTheRealTimeClockIsToldOnceAndThenAllowedFor() {
    aheadNs -= 2_000_000;

    assertThat(clock.compare()).isEqualTo(-2_000_000);
    assertThat(clock.compare()).isZero();
    assertThat(clock.runNs(aheadNs + 777)).isEqualTo(777);
  }

  @Test
  void aComparisonIsDueASecondAfterTheLast() {
    long comparedNs = clock.comparedNs();

    assertThat(clock.isDue(comparedNs + SECOND_NS - 1)).isFalse();
    assertThat(clock.isDue(comparedNs + SECOND_NS)).isTrue();
  }
}
