package org.boardbench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.boardbench.baseline.MachineShare.Ticks;
import org.junit.jupiter.api.Test;

class MachineShareTest {
  private final Ticks start = Ticks.read("cpu  100 0 50 1000 20 0 10 5 0 0\ncpu0 1 1 1\n");

  @Test
  void neitherIdleTimeNorWhatTheHostTookIsBusy() {
    assertThat(start).isEqualTo(new Ticks(160, 1185));
  }

  @Test
  void othersUsedWhatTheMeasuredProgramsDidNot() {
    // Of two cores one was busy, 30 % of it with others.
    Ticks end = new Ticks(start.busy() + 100, start.total() + 200);

    assertThat(MachineShare.othersPct(start, end, 2, 0.7)).isCloseTo(30, within(1e-9));
  }

  @Test
  void aMeasuringErrorIsNoNegativeShare() {
    Ticks end = new Ticks(start.busy() + 100, start.total() + 200);

    assertThat(MachineShare.othersPct(start, end, 2, 1.01)).isZero();
  }
}
