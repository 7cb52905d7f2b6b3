package org.boardbench.results.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaSecondTest {
  private static boolean isBalanced(Integer... users) {
    return new ReplicaSecond(0, List.of(users)).isBalanced();
  }

  @Test
  void replicasAreBalancedUpToATenthOfTheirShare() {
    assertThat(isBalanced(100, 100)).isTrue();
    assertThat(isBalanced(110, 90)).isTrue();
    assertThat(isBalanced(111, 89)).isFalse();
    assertThat(isBalanced(150, 150, 0)).isFalse();
  }

  @Test
  void aFewUsersCannotBeSharedOutMoreEvenlyThanByOne() {
    assertThat(isBalanced(2, 1)).isTrue();
    assertThat(isBalanced(3, 3, 2)).isTrue();
    assertThat(isBalanced(4, 1)).isFalse();
  }

  @Test
  void withoutUsersNothingIsBalanced() {
    assertThat(isBalanced(0, 0)).isFalse();
  }
}
