package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.boardbench.scenario.Samples;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.ScheduleCursor;
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
  void sizesDoNotFollowFromTheTimes() {
    ScheduleCursor messages =
        new Poisson(MessageClass.STROKE, 5, new PayloadSizes(300, 2_000))
            .schedule(1, 0, 7)
            .messages(0);
    int number = 20_000;
    double[] pauses = new double[number];
    double[] sizes = new double[number];
    for (int n = 0; n < number; n++) {
      long lastNs = messages.intendedNs();
      messages.advance();
      pauses[n] = messages.intendedNs() - lastNs;
      sizes[n] = messages.bytes();
    }
    for (int apart = 0; apart <= 2; apart++) {
      assertThat(correlation(pauses, sizes, apart)).isCloseTo(0, within(0.03));
      assertThat(correlation(sizes, pauses, apart)).isCloseTo(0, within(0.03));
    }
  }

  /** Of each of the one with the other's value so many places later. */
  private static double correlation(double[] one, double[] other, int later) {
    int pairs = one.length - later;
    double meanOne = Arrays.stream(one).average().orElseThrow();
    double meanOther = Arrays.stream(other).average().orElseThrow();
    double products = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < pairs; i++) {
      double ofOne = one[i] - meanOne;
      double ofOther = other[i + later] - meanOther;
      products += ofOne * ofOther;
      squaresOne += ofOne * ofOne;
      squaresOther += ofOther * ofOther;
    }
    return products / Math.sqrt(squaresOne * squaresOther);
  }

  @Test
  void aTenthOfAllPausesIsLongerThanTheExponentialDistributionSays() {
    ScheduleCursor messages = behaviour.schedule(1, 0, 7).messages(0);
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
