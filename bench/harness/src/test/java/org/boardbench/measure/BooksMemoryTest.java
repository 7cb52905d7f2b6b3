package org.boardbench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BooksMemoryTest {
  private static final double MIB = 1 << 20;

  @Test
  void aGibibyteHoldsTheBooksOfTwentyThousandUsersOnTenBoards() {
    assertThat(BooksMemory.bytes(20_000, 10, 20_000 * 60)).isLessThan(600 * MIB);
  }

  @Test
  void twoGibibytesHoldTheBooksOfTenThousandUsersOnOneBoard() {
    assertThat(BooksMemory.bytes(10_000, 1, 10_000 * 60)).isLessThan(1300 * MIB);
  }

  @Test
  void pairsOfUsersAndMessagesBothCount() {
    assertThat(BooksMemory.bytes(5, 2, 7)).isEqualTo(5 * 3 * 12 + 7 * 40);
  }
}
