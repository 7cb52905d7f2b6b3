package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
  void aLooserBracketDoesNotReplaceATighterOne() {
    aheadNs += 300; // what the looser one sees is within what it cannot know
    delaysNs = repeat(4_000_000, 9);
    looks = 0;

    assertThat(clock.compare()).isZero();
    assertThat(clock.runNs(EPOCH_NS + 777)).isEqualTo(777);
  }

  @Test
  void aStepIsSeenThroughALooseBracketToo() {
    aheadNs += 50_000_000;
    delaysNs = repeat(4_000_000, 9);
    looks = 0;

    assertThat(clock.compare()).isEqualTo(50_000_000);
    assertThat(clock.runNs(aheadNs + 777)).isEqualTo(777);
  }

  @Test
  void aSlewIsFollowedToWithinASecondOfIt() {
    for (int second = 0; second < 100; second++) {
      nowNs += SECOND_NS;
      aheadNs += 500_000;
      delaysNs = second % 3 == 1 ? repeat(30_000_000, 9) : new long[] {};
      looks = 0;
      clock.compare();

      assertThat(clock.runNs(aheadNs + 777)).isBetween(777L - 510_000, 777L + 510_000);
    }
  }

  private static long[] repeat(long value, int times) {
    long[] values = new long[times];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void aComparisonIsDueASecondAfterTheLast() {
    long comparedNs = clock.comparedNs();

    assertThat(clock.isDue(comparedNs + SECOND_NS - 1)).isFalse();
    assertThat(clock.isDue(comparedNs + SECOND_NS)).isTrue();
  }
}
