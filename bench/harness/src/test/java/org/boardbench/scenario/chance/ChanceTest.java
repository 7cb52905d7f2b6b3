package org.boardbench.scenario.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ChanceTest {
  private static final int NUMBER = 200_000;

  private static double[] drawn(ToDoubleFunction<Chance> draw) {
    Chance chance = new Chance(42);
    double[] numbers = new double[NUMBER];
    Arrays.setAll(numbers, i -> draw.applyAsDouble(chance));
    Arrays.sort(numbers);
    return numbers;
  }

  private static double mean(double[] numbers) {
    return Arrays.stream(numbers).average().orElseThrow();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) (share * sorted.length)];
  }

  @Test
  void normalNumbersHaveTheQuantilesThatTablesGiveThem() {
    double[] numbers = drawn(Chance::normal);

    assertThat(mean(numbers)).isCloseTo(0, within(0.01));
    assertThat(quantile(numbers, 0.1)).isCloseTo(-1.2816, within(0.02));
    assertThat(quantile(numbers, 0.5)).isCloseTo(0, within(0.02));
    assertThat(quantile(numbers, 0.975)).isCloseTo(1.96, within(0.02));
  }

  @Test
  void lognormalNumbersHaveTheirMedianTheirMeanAndTheirSpread() {
    Lognormal of = new Lognormal(230, 0.75);
    double[] numbers = drawn(of::draw);

    assertThat(quantile(numbers, 0.5)).isCloseTo(230, within(230 * 0.01));
    assertThat(quantile(numbers, 0.9)).isCloseTo(230 * Math.exp(0.75 * 1.2816), within(6.0));
    assertThat(mean(numbers)).isCloseTo(of.mean(), within(3.0));
    assertThat(Arrays.stream(numbers).map(x -> x * x).average().orElseThrow())
        .isCloseTo(of.meanSquare(), within(of.meanSquare() * 0.03));
    assertThat(new Lognormal(5, 0).draw(new Chance(1))).isEqualTo(5);
  }

  @Test
  void timesOfARangeAreWithinItAndTheirMeanIsItsMiddle() {
    DurationRange range = DurationRange.ofSeconds(5, 60);
    double[] numbers = drawn(range::drawS);

    assertThat(numbers[0]).isBetween(5.0, 5.1);
    assertThat(numbers[NUMBER - 1]).isBetween(59.9, 60.0);
    assertThat(mean(numbers)).isCloseTo(range.meanS(), within(0.1));
  }

  @Test
  void whatIsLeftOfATimeThatIsMetIsHalfOfItsMeanAndOfItsSpread() {
    // The mean of what is left is E(x²) / 2 E(x), whatever the times are.
    assertThat(mean(drawn(DurationRange.ofSeconds(20, 20)::drawRemainderS)))
        .isCloseTo(10, within(0.05));
    double meanSquare = (60 * 60 + 60 * 5 + 5 * 5) / 3.0;
    assertThat(mean(drawn(DurationRange.ofSeconds(5, 60)::drawRemainderS)))
        .isCloseTo(meanSquare / 65, within(0.1));
  }
}
