package org.boardbench.driver.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LateReadTest {
  private static final int PART = TimedReceive.CAPACITY;
  private static final long MS = 1_000_000;

  private final LateRead read = new LateRead();

  @Test
  void whatGatheredBehindUnreadBytesIsTheDriversFault() {
    read.begin();
    read.took(PART, 10 * MS, 20 * MS);
    read.took(PART, 14 * MS, 20 * MS + 5);
    read.took(100, 19 * MS, 20 * MS + 9);

    assertThat(read.isLate()).isTrue();
    assertThat(read.bytes()).isEqualTo(2 * PART + 100);
  }

  @Test
  void muchThatAServerSentAtOnceToADriverInTimeIsNot() {
    read.begin();
    read.took(PART, 10 * MS, 10 * MS + 900_000);
    read.took(PART, 10 * MS + 5, 10 * MS + 900_005);

    assertThat(read.isLate()).isFalse();
  }

  @Test
  void aShortReadIsNotHoweverLongItWaited() {
    read.begin();
    read.took(PART - 1, 10 * MS, 500 * MS);

    assertThat(read.isLate()).isFalse();
  }

  @Test
  void whatArrivesDuringTheReadsHasNotWaited() {
    read.begin();
    read.took(PART, 10 * MS, 11 * MS);
    read.took(PART, 12 * MS, 13 * MS);
    read.took(PART, 13 * MS, 14 * MS);

    assertThat(read.isLate()).isFalse();
    assertThat(read.bytes()).isEqualTo(PART);
  }

  @Test
  void withoutTheKernelsTimesNothingIsKnown() {
    read.begin();
    read.took(PART, 10 * MS, 10 * MS);
    read.took(PART, 20 * MS, 20 * MS);

    assertThat(read.isLate()).isFalse();
  }

  @Test
  void everyEventBeginsAnew() {
    read.begin();
    read.took(PART, 10 * MS, 20 * MS);
    read.took(PART, 15 * MS, 20 * MS);
    read.begin();

    assertThat(read.isLate()).isFalse();
    read.took(PART, 15 * MS, 20 * MS);
    assertThat(read.isLate()).isFalse();
    assertThat(read.bytes()).isEqualTo(PART);
  }
}
