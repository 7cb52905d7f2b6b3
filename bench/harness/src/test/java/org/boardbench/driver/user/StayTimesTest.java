package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.boardbench.plan.model.ChurnSpec;
import org.boardbench.plan.model.ChurnSpec.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StayTimesTest {
  private static final int USERS = 200_000;
  private static final double MEAN_S = 30;

  private static ChurnSpec spec(Distribution distribution) {
    return new ChurnSpec(Duration.ofSeconds(30), Duration.ofSeconds(5), distribution);
  }

  private static double[] ofEachUser(Distribution distribution, ToLongFunction<StayTimes> time) {
    return IntStream.range(0, USERS)
        .mapToObj(user -> StayTimes.of(spec(distribution), 42, 1, user))
        .mapToDouble(times -> time.applyAsLong(times) / 1e9)
        .sorted()
        .toArray();
  }

  private static double mean(double[] times) {
    return Arrays.stream(times).average().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void staysAndTimesOutHaveTheMeansOfThePlan(Distribution distribution) {
    Percentage close = Percentage.withPercentage(2);

    assertThat(mean(ofEachUser(distribution, StayTimes::stayNs))).isCloseTo(MEAN_S, close);
    assertThat(mean(ofEachUser(distribution, StayTimes::outNs))).isCloseTo(5, close);
  }

  /** Of an exponential time ln 2, of a lognormal one with sigma 1 e^-1/2 of the mean. */
  @ParameterizedTest
  @CsvSource({"EXPONENTIAL, 0.693147", "LOGNORMAL, 0.606531"})
  void theirMediansAreThoseOfTheDistribution(Distribution distribution, double ofMean) {
    double[] stays = ofEachUser(distribution, StayTimes::stayNs);

    assertThat(stays[USERS / 2]).isCloseTo(ofMean * MEAN_S, Percentage.withPercentage(2));
  }

  /** In the mean E[X²] / 2 E[X]: the mean stay, or e/2 of it. */
  @ParameterizedTest
  @CsvSource({"EXPONENTIAL, 1", "LOGNORMAL, 1.359141"})
  void theStayThatAHoldFindsAUserInIsOneOfTheLongerOnes(Distribution distribution, double ofMean) {
    double[] rests = ofEachUser(distribution, StayTimes::restOfStayNs);

    assertThat(mean(rests)).isCloseTo(ofMean * MEAN_S, Percentage.withPercentage(4));
  }

  @Test
  void seedStageAndUserDecideThem() {
    long one = StayTimes.of(spec(Distribution.EXPONENTIAL), 42, 1, 3).stayNs();

    assertThat(StayTimes.of(spec(Distribution.EXPONENTIAL), 42, 1, 3).stayNs()).isEqualTo(one);
    assertThat(StayTimes.of(spec(Distribution.EXPONENTIAL), 42, 1, 4).stayNs()).isNotEqualTo(one);
    assertThat(StayTimes.of(spec(Distribution.EXPONENTIAL), 42, 2, 3).stayNs()).isNotEqualTo(one);
    assertThat(StayTimes.of(spec(Distribution.EXPONENTIAL), 43, 1, 3).stayNs()).isNotEqualTo(one);
  }

  @Test
  void whoIsAwayForNoTimeComesAgainAtOnce() {
    ChurnSpec spec = new ChurnSpec(Duration.ofSeconds(30), Duration.ZERO, Distribution.LOGNORMAL);

    assertThat(StayTimes.of(spec, 42, 1, 0).outNs()).isZero();
  }
}
