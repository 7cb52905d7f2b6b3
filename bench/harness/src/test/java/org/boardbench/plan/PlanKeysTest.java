package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.boardbench.plan.reading.PlanKey;
import org.junit.jupiter.api.Test;

class PlanKeysTest {
  @Test
  void noTwoKeysHaveOnePathOrOneOption() {
    assertThat(PlanKeys.ALL).extracting(PlanKey::path).doesNotHaveDuplicates();
    assertThat(PlanKeys.ALL)
        .flatExtracting(key -> key.option().map(option -> option.names()).orElse(List.of()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsUsualIsWithinTheKeysOwnBoundAndIsReadAgainAsItIsStored() {
    for (PlanKey<?> key : PlanKeys.ALL) {
      assertReadAgain(key);
    }
  }

  private static <T> void assertReadAgain(PlanKey<T> key) {
    key.usual()
        .ifPresent(usual -> {
          Optional<T> again =
              key.readers().apply(Machines.ofCores(4)).parse(key.stored().apply(usual).toString());
          assertThat(again).as(key.path()).contains(usual);
        });
  }
}
