package org.boardbench.trial.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.store.StageRow;
import org.junit.jupiter.api.Test;

class StageSourceTest {
  private static final StageSpec FEW =
      new StageSpec(10, Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final StageSpec MANY =
      new StageSpec(90, Duration.ofSeconds(1), Duration.ofSeconds(5));

  @Test
  void aListGivesItsStagesInOrderWhateverCameOfThem() {
    StageSource stages = StageSource.of(List.of(MANY, FEW, MANY));

    assertThat(stages.next(rows(0))).contains(MANY);
    assertThat(stages.next(rows(1))).contains(FEW);
    assertThat(stages.next(rows(2))).contains(MANY);
    assertThat(stages.next(rows(3))).isEmpty();
    assertThat(stages.next(rows(0))).as("the next trial's first").contains(MANY);
    assertThat(stages.known()).contains(List.of(MANY, FEW, MANY));
  }

  @Test
  void whatHangsOnRowsIsNotKnownBefore() {
    StageSource stages = rows -> StageSource.of(List.of(FEW)).next(rows);

    assertThat(stages.known()).isEmpty();
  }

  private static List<StageRow> rows(int count) {
    return Collections.nCopies(count, new StageRow(null, null, null, null));
  }
}
