package org.boardbench.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RampShapeTest {
  private static long[] offsets(RampShape shape, int newcomers) {
    return LongStream.range(0, newcomers)
        .map(index -> shape.offsetNs((int) index, newcomers, 1000))
        .toArray();
  }

  @Test
  void aLineHasEvenDistances() {
    assertThat(offsets(RampShape.LINE, 4)).containsExactly(0, 250, 500, 750);
  }

  @Test
  void stepsAreFiveGroupsOfOneSize() {
    assertThat(offsets(RampShape.STEPS, 10))
        .containsExactly(0, 0, 200, 200, 400, 400, 600, 600, 800, 800);
    assertThat(offsets(RampShape.STEPS, 2)).containsExactly(0, 400);
  }

  @Test
  void aFlashCrowdComesAtOnce() {
    assertThat(offsets(RampShape.FLASH_CROWD, 3)).containsOnly(0);
  }
}
