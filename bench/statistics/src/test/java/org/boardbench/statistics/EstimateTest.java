package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void timesHaveTheirGeometricMeanAndAnIntervalOfFactors() {
    Estimate rtt = of(FigureKind.TIME, 1, 10, 100);

    assertThat(rtt.mean().getAsDouble()).isCloseTo(10, within(1e-9));
    // t(0.975, 2) = 4.302653 standard errors of ln 10 / √3.
    double factor = Math.exp(4.302653 * Math.log(10) / Math.sqrt(3));
    Interval interval = rtt.bounds().interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(10 / factor, within(1e-6));
    assertThat(interval.high() / (10 * factor)).isCloseTo(1, within(1e-5));
    assertThat(interval.confidence()).isEqualTo(0.95);
    assertThat(rtt.spread().getAsDouble()).isCloseTo(9, within(1e-9));
    assertThat(rtt.halfWidth(0.95).getAsDouble()).isCloseTo(factor - 1, within(1e-2));
  }

  @Test
  void ratesAndCostsHaveTheirArithmeticMeanAndAnIntervalOfDistances() {
    for (FigureKind kind : new FigureKind[] {FigureKind.RATE, FigureKind.COST}) {
      Estimate estimate = of(kind, 90, 100, 110);

      assertThat(estimate.mean().getAsDouble()).isCloseTo(100, within(1e-9));
      double half = 4.302653 * 10 / Math.sqrt(3);
      Interval interval = estimate.bounds().interval().orElseThrow();
      assertThat(interval.low()).isCloseTo(100 - half, within(1e-4));
      assertThat(interval.high()).isCloseTo(100 + half, within(1e-4));
      assertThat(estimate.spread().getAsDouble()).isCloseTo(0.1, within(1e-9));
      assertThat(estimate.halfWidth(0.95).getAsDouble()).isCloseTo(half / 100, within(1e-6));
    }
  }

  @Test
  void anIntervalReachesNowhereThatNoMeanCanBe() {
    Interval most = of(FigureKind.SHARE, 90, 99, 100).bounds().interval().orElseThrow();
    assertThat(most.low()).isLessThan(90);
    assertThat(most.high()).isEqualTo(100);
    assertThat(of(FigureKind.SHARE, 0, 0, 3).bounds().interval().orElseThrow().low()).isZero();
    // A server takes as many cores as there are.
    assertThat(of(FigureKind.COST, 90, 99, 100).bounds().interval().orElseThrow().high())
        .isGreaterThan(100);
  }

  @Test
  void belowThreeStartsThereIsAMeanAndNoIntervalAndWordsSayWhy() {
    Estimate two = of(FigureKind.TIME, 2, 8);

    assertThat(two.mean().getAsDouble()).isCloseTo(4, within(1e-9));
    assertThat(two.bounds()).isEqualTo(new Refusal("needs 3 starts or more, has 2"));
    assertThat(two.spread()).isEmpty();
    assertThat(two.halfWidth(0.95)).isEmpty();
    assertThat(two.startsNeeded(0.1, 0.95)).isEmpty();
  }

  @Test
  void startsThatDidNotMeasureDoNotCount() {
    assertThat(of(FigureKind.RATE, 1, Double.NaN, 3, Double.NaN).starts()).isEqualTo(2);

    Estimate none = of(FigureKind.RATE, Double.NaN);
    assertThat(none.mean()).isEmpty();
    assertThat(none.bounds()).isEqualTo(new Refusal("needs 3 starts or more, has 0"));
  }

  @Test
  void aTimeOfZeroHasNoFactorAndWordsSaySo() {
    Estimate rtt = of(FigureKind.TIME, 0, 1, 2);

    assertThat(rtt.mean()).hasValue(0);
    assertThat(rtt.bounds()).isEqualTo(new Refusal("a value of 0 is no factor of another"));
    assertThat(of(FigureKind.COST, 0, 1, 2).bounds().interval()).isPresent();
  }

  @Test
  void anIntervalOfWhatCannotBeNegativeEndsAtZero() {
    assertThat(of(FigureKind.COST, 0.1, 0.1, 9).bounds().interval().orElseThrow().low()).isZero();
  }

  @Test
  void equalStartsLeaveNothingOpen() {
    Estimate equal = of(FigureKind.RATE, 200, 200, 200);

    assertThat(equal.bounds()).isEqualTo(new Interval(200, 200, 0.95));
    assertThat(of(FigureKind.RATE, 0, 0, 0).halfWidth(0.95)).hasValue(0);
  }

  @Test
  void aSurerIntervalIsWider() {
    Estimate rtt = of(FigureKind.TIME, 4, 5, 6, 7);

    Interval usual = rtt.bounds().interval().orElseThrow();
    Interval surer = rtt.bounds(0.99).interval().orElseThrow();
    assertThat(usual.isWithin(surer.low(), surer.high())).isTrue();
    assertThat(surer.wider(usual)).isEqualTo(surer);
    assertThat(usual.wider(surer)).isEqualTo(surer);
  }

  /** t(0.975, n − 1) × 10 % ÷ √n: n = 6 gives 10.5 %, n = 7 gives 9.2 %; 18 gives 4.97 %. */
  @Test
  void saysHowManyStartsAnIntervalNeeds() {
    Estimate rate = of(FigureKind.RATE, 90, 100, 110);

    assertThat(rate.startsNeeded(0.1, 0.95)).hasValue(7);
    assertThat(rate.startsNeeded(0.05, 0.95)).hasValue(18);
    assertThat(rate.startsNeeded(10, 0.95)).hasValue(3);
    assertThat(rate.startsNeeded(0.0001, 0.95)).isEmpty();
  }

  @Test
  void whatNoFigureCanBeIsRefused() {
    assertThatThrownBy(() -> of(FigureKind.RATE, 1, -1))
        .hasMessage("value must be finite and not negative: -1.0");
    assertThatThrownBy(() -> of(FigureKind.TIME, Double.POSITIVE_INFINITY))
        .hasMessage("value must be finite and not negative: Infinity");
  }

  private static Estimate of(FigureKind kind, double... values) {
    return Estimate.of(kind, DoubleStream.of(values));
  }

  @Test
  void startsThatAgreeByChanceAreNoSurerThanTheirMessages() {
    double half = Math.log(1.2);
    List<Start> alike =
        List.of(start(10, half), start(10.01, half), start(9.99, half), start(10, Double.NaN));

    Interval interval = Estimate.of(FigureKind.TIME, alike).bounds().interval().orElseThrow();
    Estimate apart =
        Estimate.of(FigureKind.TIME, List.of(start(5, half), start(10, half), start(20, half)));

    // Three of four starts know it: 20 % × √3 ÷ 4.
    assertThat(interval.high()).isCloseTo(10 * Math.exp(half * Math.sqrt(3) / 4), within(1e-3));
    assertThat(apart.bounds()).isEqualTo(of(FigureKind.TIME, 5, 10, 20).bounds());
  }

  @Test
  void messagesDecideHowManyStartsItTakesWhereStartsHardlyDiffer() {
    double half = Math.log(1.2);
    Estimate alike =
        Estimate.of(
            FigureKind.TIME, List.of(start(10, half), start(10.01, half), start(9.99, half)));

    // (ln 1.2 ÷ ln 1.05)² = 13.96
    assertThat(alike.startsNeeded(0.05, 0.95)).hasValue(14);
  }

  private static Start start(double value, double messages) {
    return new Start(OptionalLong.empty(), value, messages);
  }
}
