package org.boardbench.fleet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoardSharesTest {
  @Test
  void eachAgentGetsBoardsInProportionToWhatItCanDo() {
    assertThat(BoardShares.of(10, List.of(1L))).containsExactly(10);
    assertThat(BoardShares.of(12, List.of(2L, 4L))).containsExactly(4, 8);
    assertThat(BoardShares.of(10, List.of(1L, 1L, 1L))).containsExactly(4, 3, 3);
    assertThat(BoardShares.of(10, List.of(4L, 2L, 2L))).containsExactly(5, 3, 2);
  }

  @Test
  void theWeakestGetsABoardToo() {
    assertThat(BoardShares.of(3, List.of(64L, 1L, 1L))).containsExactly(1, 1, 1);
    assertThat(BoardShares.of(5, List.of(64L, 1L, 1L))).containsExactly(3, 1, 1);
    assertThat(BoardShares.of(10, List.of(1L, 5L, 5L)))
        .as("one is more than its share, so that the other remainders come first")
        .containsExactly(1, 5, 4);
  }

  @Test
  void allBoardsAreSharedOutWhateverTheCapacities() {
    Random random = new Random(3);
    for (int n = 0; n < 2000; n++) {
      List<Long> capacities = new ArrayList<>();
      int agents = 1 + random.nextInt(100);
      for (int agent = 0; agent < agents; agent++) {
        capacities.add(1L + random.nextInt(128));
      }
      int boards = agents + random.nextInt(300);

      List<Integer> shares = BoardShares.of(boards, capacities);

      assertThat(shares).hasSize(agents).allMatch(share -> share >= 1);
      assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(boards);
    }
  }

  @Test
  void withFewerBoardsThanAgentsEachGetsPlacesInProportion() {
    assertThat(BoardShares.of(2, List.of(1L, 1L, 1L))).containsExactly(100, 100, 100);
    assertThat(BoardShares.of(1, List.of(4L, 2L, 2L))).containsExactly(150, 75, 75);
    assertThat(BoardShares.of(1, List.of(1_000_000_007L, 1L))).containsExactly(199, 1);
  }
}
