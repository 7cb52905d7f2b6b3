package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.driver.io.linux.TimedReceive;
import org.junit.jupiter.api.Test;

class LateReadTest {
  private static final int PART = TimedReceive.CAPACITY;
  private static final long MS = 1_000_000;

  @Test
  void aFullPartThatHadWaitedIsRead() {
    assertThat(LateRead.isLate(PART, PART, 10 * MS, 11 * MS)).isTrue();
  }

  @Test
  void muchThatAServerSentAtOnceToADriverInTimeIsNotLate() {
    assertThat(LateRead.isLate(PART, PART, 10 * MS, 10 * MS + 900_000)).isFalse();
  }

  @Test
  void aShortReadIsNotHoweverLongItWaited() {
    assertThat(LateRead.isLate(PART - 1, PART, 10 * MS, 500 * MS)).isFalse();
  }

  @Test
  void withoutTheKernelsTimesNothingIsKnown() {
    assertThat(LateRead.isLate(PART, PART, 10 * MS, 10 * MS)).isFalse();
  }
}
