package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoppingRuleTest {
  private static final StoppingRule RULE = new StoppingRule(3, 10, 0.1);
  private static final Estimate STEADY = rate(1000, 1001, 1002);
  private static final Estimate WIDE = rate(800, 1000, 1200);

  @Test
  void eachLookHasItsShareOfTheError() {
    assertThat(RULE.confidence()).isCloseTo(1 - 0.05 / 8, within(1e-12));
    assertThat(new StoppingRule(5, 5, 0.1).confidence()).isCloseTo(0.95, within(1e-12));
  }

  @Test
  void endsWhenAllFiguresAreKnownWellEnough() {
    assertThat(RULE.after(3, Map.of("node TPS", STEADY, "stomp TPS", STEADY)))
        .isEqualTo(
            new StoppingRule.Look(
                true, "repetition 3 of at most 10: all figures are within ± 10 %"));
  }

  @Test
  void goesOnForTheFigureThatIsKnownLeast() {
    Map<String, Estimate> watched =
        new TreeMap<>(Map.of("a TPS", STEADY, "b TPS", WIDE, "c TPS", rate(900, 1000, 1100)));

    StoppingRule.Look look = RULE.after(4, watched);

    assertThat(look.isEnough()).isFalse();
    assertThat(look.words())
        .matches("repetition 4 of at most 10: b TPS is within ± \\d+ %, not yet ± 10 %");
  }

  @Test
  void endsAtTheCapWhateverIsKnown() {
    StoppingRule.Look look = RULE.after(10, Map.of("c TPS", WIDE));

    assertThat(look.isEnough()).isTrue();
    assertThat(look.words()).matches("repetition 10 of at most 10: c TPS is within ± \\d+ %");
  }

  @Test
  void endsAtTheLeastWhereThereIsNothingToWatch() {
    assertThat(RULE.after(3, Map.of()))
        .isEqualTo(
            new StoppingRule.Look(true, "repetition 3 of at most 10: there is no figure to watch"));
  }

  @Test
  void doesNotLookBeforeTheLeast() {
    assertThat(new StoppingRule(5, 10, 0.1).after(3, Map.of("a TPS", STEADY)))
        .isEqualTo(
            new StoppingRule.Look(false, "repetition 3 of at most 10: at least 5 are asked for"));
  }

  @Test
  void goesOnForAFigureThatHasNoInterval() {
    assertThat(RULE.after(3, Map.of("a TPS", rate(1000, Double.NaN, 1000))))
        .isEqualTo(
            new StoppingRule.Look(
                false,
                "repetition 3 of at most 10: a TPS has no interval: needs 3 starts or more, has 2, not yet"
                    + " ± 10 %"));
  }

  /** The interval of each look at 95 % would hold it in fewer: that is what the shares are for. */
  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "TWO_KINDS", "HEAVY_TAILED"})
  void theIntervalAtWhichARunEndsHoldsTheTruthThoughItChoseItsEnd(SimulatedStarts kind) {
    StoppingRule rule = new StoppingRule(3, 10, 0.4);
    Random random = new Random(7);
    int held = 0;
    int early = 0;
    for (int run = 0; run < 1000; run++) {
      double[] all = kind.values(random, 10);
      int last =
          IntStream.rangeClosed(3, 10)
              .filter(n -> rule.after(n, Map.of("RTT", rtt(all, n))).isEnough())
              .findFirst()
              .orElseThrow();
      Interval interval = rtt(all, last).bounds(rule.confidence()).interval().orElseThrow();
      held += interval.contains(kind.geometricMean()) ? 1 : 0;
      early += last < 10 ? 1 : 0;
    }

    assertThat(held / 1000.0).isGreaterThanOrEqualTo(0.94);
    assertThat(early).isBetween(300, 1000);
  }

  @Test
  void aRuleThatNobodyCanKeepIsRefused() {
    assertThatThrownBy(() -> new StoppingRule(2, 10, 0.1))
        .hasMessage("repetitions must be from 3 to a greater number: 2 to 10");
    assertThatThrownBy(() -> new StoppingRule(4, 3, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoppingRule(3, 10, 0))
        .hasMessage("until must be more than 0: 0.0");
  }

  private static Estimate rtt(double[] values, int starts) {
    return Estimate.of(FigureKind.TIME, Arrays.stream(values).limit(starts));
  }

  private static Estimate rate(double... values) {
    return Estimate.of(FigureKind.RATE, DoubleStream.of(values));
  }
}
