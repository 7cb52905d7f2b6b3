package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.boardbench.results.row.CalibrationPart;
import org.junit.jupiter.api.Test;

class CalibrationPlanTest {
  /** The program starts, and the driver warms up. */
  private static final Duration START = Duration.ofSeconds(5);

  private static final List<String> TRUTHS =
      List.of(
          "drop",
          "duplicate",
          "swap",
          "misroute",
          "corrupt",
          "delay",
          "trickle",
          "fragment",
          "ping",
          "reserialize",
          "cut",
          "delay-0ms",
          "delay-1ms",
          "delay-10ms",
          "delay-100ms",
          "delay-1000ms",
          "stall-1000ms");

  @Test
  void theFullOneTakesUnderFourMinutesByItsOwnEstimate() {
    assertThat(CalibrationPlan.full().about().plus(START)).isLessThan(Duration.ofMinutes(4));
  }

  @Test
  void theQuickOneTakesLittleMoreThanAMinuteByItsOwnEstimate() {
    assertThat(CalibrationPlan.quick().about().plus(START)).isLessThan(Duration.ofSeconds(70));
  }

  @Test
  void bothAskForEveryTruth() {
    assertThat(names(CalibrationPlan.full(), CalibrationPart.TRUTH)).isEqualTo(TRUTHS);
    assertThat(names(CalibrationPlan.quick(), CalibrationPart.TRUTH)).isEqualTo(TRUTHS);
  }

  @Test
  void theFullOneAsksForEachNumberOfUsersOnOneBoardAndOnTen() {
    assertThat(names(CalibrationPlan.full(), CalibrationPart.CAPACITY))
        .containsExactly("100u-1b", "300u-1b", "1000u-1b", "100u-10b", "300u-10b", "1000u-10b");
    assertThat(names(CalibrationPlan.full(), CalibrationPart.NOISE)).containsExactly("a-a");
  }

  private static List<String> names(CalibrationPlan plan, CalibrationPart part) {
    return plan.steps().stream()
        .filter(step -> step.part() == part)
        .map(CalibrationStep::name)
        .toList();
  }
}
