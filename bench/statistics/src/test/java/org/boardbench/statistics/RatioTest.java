package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void isTheRatioOfGeometricMeansWithAnIntervalOfFactors() {
    Ratio ratio = Ratio.of(starts(1, 2, 4), starts(4, 8, 16));

    assertThat(ratio.estimate().getAsDouble()).isCloseTo(4, within(1e-9));
    assertThat(ratio.design()).isEqualTo(Design.INDEPENDENT);
    // t(0.975, 4) = 2.776445; either variance of the logarithms is (ln 2)².
    double factor = Math.exp(2.776445 * Math.log(2) * Math.sqrt(2.0 / 3));
    Interval interval = ratio.bounds().interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(4 / factor, within(1e-5));
    assertThat(interval.high()).isCloseTo(4 * factor, within(1e-4));
    assertThat(ratio.spread().getAsDouble()).isCloseTo(Math.log(2), within(1e-9));
  }

  @Test
  void theBoundOfAnIntervalIsTheTruthWhoseChanceIsOneInTwenty() {
    Ratio ratio = Ratio.of(starts(1, 2, 4, 5), starts(3, 8, 9));

    Interval interval = ratio.bounds().interval().orElseThrow();
    assertThat(ratio.p(interval.low()).getAsDouble()).isCloseTo(0.05, within(1e-9));
    assertThat(ratio.p(interval.high()).getAsDouble()).isCloseTo(0.05, within(1e-9));
    assertThat(ratio.p(ratio.estimate().getAsDouble()).getAsDouble()).isCloseTo(1, within(1e-9));
  }

  @Test
  void sixRepetitionsWithCommonSeedsArePairedInWhateverOrderTheyAre() {
    List<Start> base = starts(1, 5, 2, 9, 4, 3);
    List<Start> twice =
        base.stream().map(start -> new Start(start.seed(), 2 * start.value())).toList();

    Ratio ratio = Ratio.of(base, twice.reversed());

    assertThat(ratio.design()).isEqualTo(Design.PAIRED);
    Interval interval = ratio.bounds().interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(2, within(1e-9));
    assertThat(interval.high()).isCloseTo(2, within(1e-9));
  }

  @Test
  void fewerRepetitionsOrOtherSeedsAreNotPaired() {
    List<Start> six = starts(1, 2, 3, 4, 5, 6);
    List<Start> otherSeed = with(six, new Start(OptionalLong.of(99), 6));
    List<Start> seedTwice = with(six, new Start(OptionalLong.of(1), 6));
    List<Start> unknownSeed = with(six, new Start(OptionalLong.empty(), 6));
    List<Start> notMeasured = with(six, new Start(OptionalLong.of(6), Double.NaN));

    assertThat(Design.of(six, six)).isEqualTo(Design.PAIRED);
    assertThat(Design.of(six.subList(0, 5), six.subList(0, 5))).isEqualTo(Design.INDEPENDENT);
    assertThat(Design.of(six, otherSeed)).isEqualTo(Design.INDEPENDENT);
    assertThat(Design.of(seedTwice, seedTwice)).isEqualTo(Design.INDEPENDENT);
    assertThat(Design.of(unknownSeed, unknownSeed)).isEqualTo(Design.INDEPENDENT);
    assertThat(Ratio.of(six, notMeasured).design()).isEqualTo(Design.INDEPENDENT);
    assertThat(Ratio.of(six, notMeasured).otherStarts()).isEqualTo(5);
  }

  @Test
  void belowThreeStartsOfEitherThereIsARatioAndNoIntervalAndWordsSayWhy() {
    Ratio ratio = Ratio.of(starts(1, 1, 1, 1), starts(3, 3));

    assertThat(ratio.estimate().getAsDouble()).isCloseTo(3, within(1e-9));
    assertThat(ratio.bounds()).isEqualTo(new Refusal("needs 3 starts or more, has 2"));
    assertThat(ratio.p(1)).isEmpty();
    assertThat(ratio.spread()).isEmpty();
    assertThat(Ratio.of(starts(1), starts(Double.NaN)).estimate()).isEmpty();
  }

  @Test
  void aValueOfZeroHasNoRatioAndWordsSaySo() {
    Ratio ratio = Ratio.of(starts(0, 1, 2), starts(1, 2, 3));

    assertThat(ratio.estimate()).isEmpty();
    assertThat(ratio.bounds()).isEqualTo(new Refusal("a value of 0 is no factor of another"));
  }

  /** t(0.975, 62) = 1.9990 × √(2 ÷ 32) = 0.4998; of 31 starts it is 2.0003 × 0.2540 = 0.5081. */
  @Test
  void saysHowManyStartsKeepTheIntervalFromABound() {
    StudentT logs = new StudentT(0.5, Math.sqrt(2.0 / 3), 4);
    Ratio ratio =
        new Ratio(Design.INDEPENDENT, OptionalDouble.of(Math.exp(0.5)), 3, 3, Optional.of(logs));

    assertThat(ratio.startsNeeded(1, 0.95)).hasValue(32);
    assertThat(ratio.startsNeeded(Math.exp(1), 0.95)).hasValue(32);
    assertThat(ratio.startsNeeded(Math.exp(0.5), 0.95)).isEmpty();
    assertThat(Ratio.of(starts(1), starts(2)).startsNeeded(1, 0.95)).isEmpty();
  }

  /** Seeds 1, 2, 3 … */
  private static List<Start> starts(double... values) {
    List<Start> starts = new ArrayList<>();
    for (double value : values) {
      starts.add(new Start(OptionalLong.of(starts.size() + 1), value));
    }
    return starts;
  }

  private static List<Start> with(List<Start> starts, Start last) {
    List<Start> changed = new ArrayList<>(starts);
    changed.set(starts.size() - 1, last);
    return changed;
  }

  @Test
  void aRatioIsNoSurerThanTheMessagesOfBoth() {
    double half = Math.log(1.1);
    List<Start> base = alike(10, half);
    List<Start> other = alike(11, half);

    Ratio ratio = Ratio.of(base, other);

    double wide = half * Math.sqrt(2.0 / 3);
    assertThat(ratio.bounds().interval().orElseThrow().high())
        .isCloseTo(1.1 * Math.exp(wide), within(1e-6));
    // Without messages, starts that do not differ at all would leave no doubt.
    assertThat(ratio.p(1)).hasValueCloseTo(0.0164, within(1e-4));
    assertThat(Ratio.of(alike(10, Double.NaN), alike(11, Double.NaN)).p(1)).hasValue(0);
  }

  private static List<Start> alike(double value, double messages) {
    return Collections.nCopies(3, new Start(OptionalLong.empty(), value, messages));
  }

  /** Pairs of variants that spread alike and unlike, with few messages and many, and a floor. */
  @Test
  void whatIsOpenNeedsMoreStartsThanThereAre() {
    Random random = new Random(5);
    int open = 0;
    for (int base : new int[] {3, 4, 6, 10}) {
      for (int other : new int[] {3, 5, 10}) {
        for (double messages : new double[] {Double.NaN, 0.03, 0.3}) {
          for (double spread : new double[] {0.001, 0.03, 0.2}) {
            Ratio ratio =
                Ratio.of(
                    simulated(random, base, 0.03, messages),
                    simulated(random, other, spread, messages));
            for (Optional<NoiseFloor> floor :
                List.of(Optional.<NoiseFloor>empty(), Optional.of(new NoiseFloor(0.02, 7)))) {
              open += checkOpen(ratio, floor);
            }
          }
        }
      }
    }

    assertThat(open).isGreaterThan(200);
  }

  private static List<Start> simulated(Random random, int starts, double spread, double messages) {
    return random
        .doubles(starts)
        .mapToObj(_ ->
            new Start(OptionalLong.empty(), Math.exp(spread * random.nextGaussian()), messages))
        .toList();
  }

  /** Of edges in the interval, which it so leaves open; how many there were. */
  private static int checkOpen(Ratio ratio, Optional<NoiseFloor> floor) {
    int least = Math.min(ratio.baseStarts(), ratio.otherStarts());
    int open = 0;
    Interval interval = ratio.bounds(0.95, floor).interval().orElseThrow();
    for (double edge : new double[] {0.9, 1, 1.01, 1.05, interval.low(), interval.high()}) {
      if (interval.contains(edge)) {
        open++;
        ratio
            .startsNeeded(edge, 0.95, floor)
            .ifPresent(needed -> {
              assertThat(needed).isGreaterThan(least);
              if (ratio.baseStarts() == ratio.otherStarts()) {
                Interval then = like(ratio, needed).bounds(0.95, floor).interval().orElseThrow();
                assertThat(then.low() < edge * (1 - 1e-9) && edge * (1 + 1e-9) < then.high())
                    .isFalse();
              }
            });
      }
    }
    RatioVerdict verdict = new RatioRule(0.05, 0.95, floor).verdict(FigureKind.TIME, ratio);
    verdict.needed().ifPresent(needed -> assertThat(needed).isGreaterThan(least));
    return open;
  }

  /** What more starts of the same kind would say, were estimate and spreads the same. */
  private static Ratio like(Ratio ratio, int starts) {
    StudentT now = ratio.logs().orElseThrow();
    double shrunk = Math.sqrt((double) ratio.baseStarts() / starts);
    StudentT then =
        new StudentT(
            now.value(),
            now.standardError() * shrunk,
            now.degreesOfFreedom() * (starts - 1) / (ratio.baseStarts() - 1),
            now.messagesError() * shrunk);
    return new Ratio(ratio.design(), ratio.estimate(), starts, starts, Optional.of(then));
  }

  /** Of one variant that alone differs there are two degrees of freedom, and not four. */
  @Test
  void whatOneVariantLeavesOpenOrMessagesDoIsInTheNumberOfStarts() {
    List<Start> same = alike(10, Double.NaN);
    Ratio uneven = Ratio.of(same, starts(9.5, 10.5, 11.5));
    double edge = Math.exp(uneven.logs().orElseThrow().value() - 3 * standardError(uneven));
    assertThat(uneven.startsNeeded(edge, 0.95)).hasValue(4);

    Ratio ofMessages = Ratio.of(alike(10, Math.log(1.1)), alike(10.5, Math.log(1.1)));
    // ln 1.1 × √(2 ÷ n) = ln 1.05, of which the square is 2 × 3.816.
    assertThat(ofMessages.startsNeeded(1, 0.95)).hasValue(8);
  }

  private static double standardError(Ratio ratio) {
    return ratio.logs().orElseThrow().standardError();
  }
}
