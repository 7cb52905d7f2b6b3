package org.boardbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonTest {
  private final Behaviour behaviour = new Poisson(MessageClass.CURSOR, 5, PayloadSizes.of(300));

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(Samples.firstTimes(behaviour.schedule(3, 1_000, 42).messages(1), 4))
        .containsExactly(84_104_138L, 707_669_322L, 840_911_778L, 854_858_527L);
  }

  @Test
  void countsPerSecondVaryAsMuchAsTheyAreMany() {
    long[] counts = Samples.perSecond(behaviour.schedule(1, 0, 7).messages(0), 0, 20_000);

    assertThat(Samples.mean(counts)).isCloseTo(5, within(0.1));
    assertThat(Samples.dispersion(counts)).isCloseTo(1, within(0.05));
  }

  @Test
  void aTenthOfAllPausesIsLongerThanTheExponentialDistributionSays() {
    Messages messages = behaviour.schedule(1, 0, 7).messages(0);
    int longer = 0;
    long lastNs = 0;
    for (int n = 0; n < 100_000; n++) {
      longer += messages.intendedNs() - lastNs > Math.log(10) / 5 * Samples.SECOND ? 1 : 0;
      lastNs = messages.intendedNs();
      messages.advance();
    }
    assertThat(longer).isCloseTo(10_000, within(300));
  }
}
