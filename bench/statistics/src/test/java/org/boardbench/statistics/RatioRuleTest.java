package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RatioRuleTest {
  private static final double[] TEN = {9.9, 10, 10.1, 10, 10};
  private static final double[] TWELVE = {11.9, 12, 12.1, 12, 12};
  private static final double[] WIDE = {6, 9, 11, 14, 12};

  @Test
  void saysWhichOfTwoIsFasterOrCostsLess() {
    Ratio more = independent(TEN, TWELVE);
    Ratio less = independent(TWELVE, TEN);

    assertThat(verdict(FigureKind.TIME, more).words()).isEqualTo("slower");
    assertThat(verdict(FigureKind.TIME, less).words()).isEqualTo("faster");
    assertThat(verdict(FigureKind.RATE, more).words()).isEqualTo("faster");
    assertThat(verdict(FigureKind.RATE, less).words()).isEqualTo("slower");
    assertThat(verdict(FigureKind.COST, more).words()).isEqualTo("more");
    assertThat(verdict(FigureKind.COST, less).words()).isEqualTo("less");
    assertThat(verdict(FigureKind.COST, less).mark()).isEmpty();
  }

  @Test
  void variantsThatAreSurelyAlikeHaveNoDifference() {
    RatioVerdict alike = verdict(FigureKind.TIME, independent(TEN, TEN));

    assertThat(alike.answer()).isEqualTo(Answer.NO_DIFFERENCE);
    assertThat(alike.words()).isEqualTo("no difference larger than 5 %");
    assertThat(alike.mark()).isEqualTo("~");
  }

  @Test
  void aSureDifferenceThatIsSurelyTooSmallToCountIsNone() {
    double[] slightlyMore = DoubleStream.of(TEN).map(v -> 1.02 * v).toArray();
    Ratio ratio = independent(TEN, slightlyMore);

    assertThat(ratio.bounds().interval().orElseThrow().low()).isGreaterThan(1);
    assertThat(verdict(FigureKind.TIME, ratio).answer()).isEqualTo(Answer.NO_DIFFERENCE);
    assertThat(new RatioRule(0.01, 0.95, Optional.empty()).verdict(FigureKind.TIME, ratio).answer())
        .isEqualTo(Answer.SLOWER);
  }

  @Test
  void whatTooFewStartsCannotTellTheySay() {
    RatioVerdict two = verdict(FigureKind.TIME, independent(new double[] {1, 1}, TEN));

    assertThat(two.answer()).isEqualTo(Answer.CANNOT_TELL);
    assertThat(two.words()).isEqualTo("cannot tell: needs n = 3");
    assertThat(two.mark()).isEqualTo("~");
  }

  @Test
  void whatZerosCannotTellTheySay() {
    RatioVerdict zero = verdict(FigureKind.TIME, independent(new double[] {0, 0, 1}, TEN));

    assertThat(zero.answer()).isEqualTo(Answer.CANNOT_TELL);
    assertThat(zero.words()).isEqualTo("cannot tell: a value of 0 is no factor of another");
    assertThat(zero.needed()).isEmpty();
  }

  /**
   * Cohen's table of numbers a group for a power of 0.8 at 5 % (two-sided), as R's power.t.test: 17
   * to find one standard deviation, 26 for 0.8, 64 for 0.5 and 394 for 0.2 of it.
   */
  @Test
  void whatAWideSpreadCannotTellNeedsAsManyStartsAsTextbooksSay() {
    assertThat(needed(1.0)).hasValue(17);
    assertThat(needed(0.8)).hasValue(26);
    assertThat(needed(0.5)).hasValue(64);
    assertThat(needed(0.2)).hasValue(394);
    assertThat(verdict(FigureKind.TIME, independent(WIDE, WIDE)).words())
        .matches("cannot tell: needs n = \\d+");
  }

  /** To find a difference of so many standard deviations of the logarithms. */
  private static OptionalInt needed(double deviations) {
    return new RatioRule(Math.expm1(deviations), 0.95, Optional.empty())
        .verdict(FigureKind.TIME, ratio(0, 1, 3))
        .needed();
  }

  /** A ratio of two variants with equal numbers of starts, by its moments. */
  private static Ratio ratio(double log, double deviation, int starts) {
    StudentT logs = new StudentT(log, deviation * Math.sqrt(2.0 / starts), 2.0 * (starts - 1));
    return new Ratio(
        Design.INDEPENDENT, OptionalDouble.of(Math.exp(log)), starts, starts, Optional.of(logs));
  }

  @Test
  void asksForMoreThanThereAreWhereChanceLeftTheEstimateHalfWay() {
    RatioRule rule = new RatioRule(Math.expm1(1), 0.95, Optional.empty());

    int needed = rule.verdict(FigureKind.TIME, ratio(0.5, 1, 17)).needed().getAsInt();

    assertThat(needed).isGreaterThan(17);
    assertThat(rule.verdict(FigureKind.TIME, ratio(0.5, 1, needed)).answer())
        .isNotEqualTo(Answer.CANNOT_TELL);
  }

  @Test
  void aSpreadThatNoPlanOvercomesSaysSo() {
    RatioVerdict verdict =
        new RatioRule(0.001, 0.95, Optional.empty()).verdict(FigureKind.TIME, ratio(0, 1, 3));

    assertThat(verdict.words()).isEqualTo("cannot tell: needs n > 10000");
    assertThat(verdict.needed()).isEmpty();
  }

  @Test
  void startsThatHappenToAgreeAreNoProofWhereTheMachineDoesNotAgreeWithItself() {
    double[] ten = {10, 10, 10};
    double[] twelve = {12, 12, 12};
    Optional<NoiseFloor> noisy = NoiseFloor.of(DoubleStream.of(7, 9, 10, 11, 13, 10, 8));
    Optional<NoiseFloor> steady = NoiseFloor.of(DoubleStream.of(9.9, 10, 10.1, 10, 10, 10, 10));
    Ratio apart = independent(ten, twelve);

    assertThat(verdict(FigureKind.TIME, apart).answer()).isEqualTo(Answer.SLOWER);
    assertThat(new RatioRule(0.05, 0.95, steady).verdict(FigureKind.TIME, apart).answer())
        .isEqualTo(Answer.SLOWER);
    assertThat(new RatioRule(0.05, 0.95, noisy).verdict(FigureKind.TIME, apart).answer())
        .isEqualTo(Answer.CANNOT_TELL);
    assertThat(
            new RatioRule(0.05, 0.95, noisy)
                .verdict(FigureKind.TIME, independent(ten, ten))
                .answer())
        .isEqualTo(Answer.CANNOT_TELL);
  }

  /** t(0.975, 6) = 2.446912. */
  @Test
  void theFloorIsWhatTwoEqualVariantsDifferBy() {
    NoiseFloor floor = new NoiseFloor(0.1, 7);

    assertThat(floor.difference(5, 5))
        .isCloseTo(Math.expm1(2.446912 * 0.1 * Math.sqrt(0.4)), within(1e-6));
    assertThat(floor.difference(20, 20)).isLessThan(floor.difference(5, 5));
    assertThat(NoiseFloor.of(DoubleStream.of(1, Math.E, Math.exp(2))).orElseThrow().deviation())
        .isCloseTo(1, within(1e-9));
    assertThat(NoiseFloor.of(DoubleStream.of(1, 2))).isEmpty();
    assertThat(NoiseFloor.of(DoubleStream.of(0, 1, 2))).isEmpty();
  }

  @Test
  void aRuleThatCannotJudgeIsRefused() {
    assertThatThrownBy(() -> new RatioRule(0, 0.95, Optional.empty()))
        .hasMessage("counts must be more than 0: 0.0");
    assertThatThrownBy(() -> new RatioRule(0.05, 1, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Ratio independent(double[] base, double[] other) {
    return Ratio.of(Design.INDEPENDENT, base, other);
  }

  private static RatioVerdict verdict(FigureKind kind, Ratio ratio) {
    return new RatioRule(0.05, 0.95, Optional.empty()).verdict(kind, ratio);
  }
}
