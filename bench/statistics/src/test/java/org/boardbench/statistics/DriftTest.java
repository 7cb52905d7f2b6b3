package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series of a value a minute, simulated ones always the same. */
class DriftTest {
  private static final int SERIES = 1000;
  private static final double AN_HOUR = 10;

  private static double[] hours(int minutes) {
    return IntStream.range(0, minutes).mapToDouble(minute -> minute / 60.0).toArray();
  }

  private static Drift of(double... values) {
    return Drift.of(hours(values.length), values);
  }

  @Test
  void aLineHasItsSlopeWhateverAFewWildMinutesSay() {
    double[] values = Arrays.stream(hours(60)).map(hour -> 3 + AN_HOUR * hour).toArray();
    values[7] = 1e6;
    values[31] = -1e6;
    values[50] = 1e9;

    assertThat(of(values).slope().orElseThrow()).isCloseTo(AN_HOUR, within(1e-6));
  }

  @Test
  void whatStaysTheSameDoesNotDrift() {
    Drift drift = of(new double[30]);

    assertThat(drift.slope()).hasValue(0);
    assertThat(drift.bounds().interval().orElseThrow().isWithin(0, 0)).isTrue();
  }

  @Test
  void theOrderInWhichValuesAreToldDoesNotMatter() {
    double[] hours = hours(40);
    double[] values = series(new Random(3), 40, 0.5);
    double[] otherHours = new double[40];
    double[] otherValues = new double[40];
    for (int i = 0; i < 40; i++) {
      otherHours[i] = hours[(i * 7) % 40];
      otherValues[i] = values[(i * 7) % 40];
    }

    assertThat(Drift.of(otherHours, otherValues)).isEqualTo(Drift.of(hours, values));
  }

  @Test
  void ofLessThanTenMinutesNoIntervalIsGiven() {
    Drift drift = of(1, 2, 3, 4, 5, 6, 7, 8, 9);

    assertThat(drift.slope().orElseThrow()).isCloseTo(60, within(1e-9));
    assertThat(drift.bounds()).isEqualTo(new Refusal("needs 10 minutes or more, has 9"));
    assertThat(of(1).slope()).isEmpty();
  }

  @Test
  void minutesThatHangTogetherTooLongHaveNoInterval() {
    double[] wave =
        IntStream.range(0, 12).mapToDouble(minute -> Math.sin(minute / 11.0 * Math.PI)).toArray();

    assertThat(of(wave).bounds().refusal().orElseThrow().words()).contains("needs a longer hold");
  }

  @Test
  void aValueThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> of(1, Double.NaN, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The share of simulated hours whose interval holds the truth. */
  @ParameterizedTest
  @CsvSource({"30, 0, 0.94", "60, 0, 0.94", "60, 0.3, 0.93", "60, 0.6, 0.92", "60, 0.8, 0.90"})
  void theIntervalHoldsTheTruthHoweverMuchMinutesDependOnEachOther(
      int minutes, double correlation, double least) {
    assertThat(held(minutes, random -> series(random, minutes, correlation)))
        .as("%d minutes, correlation %s", minutes, correlation)
        .isGreaterThanOrEqualTo(least);
  }

  /** As a heap that a collector empties every seven minutes. */
  @Test
  void theIntervalHoldsTheTruthOfASawToothThatRisesSlowly() {
    double held =
        held(
            60,
            random -> {
              double phase = 7 * random.nextDouble();
              return IntStream.range(0, 60)
                  .mapToDouble(minute -> (minute + phase) % 7 + 0.3 * random.nextGaussian())
                  .toArray();
            });

    assertThat(held).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aSeriesThatWandersHasTheMeanOfItsSteps() {
    double[] stairs = IntStream.range(0, 60).mapToDouble(minute -> minute < 20 ? 0 : 4).toArray();
    stairs[40] = 5;

    Drift drift = of(stairs);

    assertThat(drift.method()).isEqualTo(Drift.Method.STEPS);
    assertThat(drift.slope().orElseThrow()).isCloseTo(4 / (59 / 60.0), within(1e-9));
    assertThat(drift.bounds().interval().orElseThrow().contains(0)).isTrue();
  }

  /** The share of hours whose interval holds the truth, of series that never come back. */
  @ParameterizedTest
  @CsvSource({"12, 0, 0.94", "30, 0, 0.94", "60, 0, 0.94", "480, 0, 0.9", "60, 0.5, 0.92"})
  void theIntervalHoldsTheTruthOfASeriesThatWanders(int minutes, double correlation, double least) {
    assertThat(held(minutes, random -> sums(series(random, minutes, correlation))))
        .as("%d minutes, correlation of steps %s", minutes, correlation)
        .isGreaterThanOrEqualTo(least);
  }

  /** As a heap that grows in so many steps an hour, of any size. */
  @ParameterizedTest
  @CsvSource({"6, 0.92", "12, 0.93", "30, 0.93"})
  void theIntervalHoldsTheTruthOfStairs(double perHour, double least) {
    double held =
        held(
            60,
            random -> {
              double[] stairs = new double[60];
              for (double hour = gap(random, perHour); hour < 1; hour += gap(random, perHour)) {
                stairs[(int) (60 * hour)] -= Math.log(random.nextDouble());
              }
              Arrays.setAll(stairs, i -> stairs[i] - perHour / 60);
              return sums(stairs);
            });

    assertThat(held).isGreaterThanOrEqualTo(least);
  }

  private static double gap(Random random, double perHour) {
    return -Math.log(random.nextDouble()) / perHour;
  }

  private static double[] sums(double[] steps) {
    Arrays.parallelPrefix(steps, Double::sum);
    return steps;
  }

  /** As times that are now and then ten times as long. */
  @Test
  void theIntervalHoldsTheTruthOfTimesWithLongTails() {
    double held =
        held(
            60,
            random ->
                IntStream.range(0, 60)
                    .mapToDouble(minute ->
                        Math.exp(random.nextGaussian()) * (random.nextDouble() < 0.05 ? 10 : 1))
                    .toArray());

    assertThat(held).isGreaterThanOrEqualTo(0.94);
  }

  /** Of series that rise by {@link #AN_HOUR} beside what they are otherwise. */
  private static double held(int minutes, Function<Random, double[]> series) {
    Random random = new Random(17);
    long held =
        IntStream.range(0, SERIES)
            .filter(number -> {
              double[] hours = hours(minutes);
              double[] values = series.apply(random);
              Arrays.setAll(values, i -> values[i] + AN_HOUR * hours[i]);
              Bounds bounds = Drift.of(hours, values).bounds();
              return bounds.interval().isEmpty() || bounds.interval().get().contains(AN_HOUR);
            })
            .count();
    return (double) held / SERIES;
  }

  /** Each value hangs on the one before by so much, with a deviation of 1. */
  private static double[] series(Random random, int minutes, double correlation) {
    double[] values = new double[minutes];
    double last = random.nextGaussian();
    for (int i = 0; i < minutes; i++) {
      last = correlation * last + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      values[i] = last;
    }
    return values;
  }
}
