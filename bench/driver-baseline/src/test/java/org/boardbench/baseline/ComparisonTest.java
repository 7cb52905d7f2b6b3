package org.boardbench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.boardbench.baseline.Samples.c;
import static org.boardbench.baseline.Samples.client;
import static org.boardbench.baseline.Samples.driver;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final double TINY = 1e-9;

  private final Comparison comparison =
      new Comparison(
          List.of(
              c(Load.ONE_BOARD, 1, 20),
              driver(Load.ONE_BOARD, 1, 23),
              c(Load.ONE_BOARD, 2, 90),
              driver(Load.ONE_BOARD, 2, 24),
              c(Load.ONE_BOARD, 3, 20),
              driver(Load.ONE_BOARD, 3, 70, 5, 120_000),
              c(Load.TEN_BOARDS, 1, 30),
              driver(Load.TEN_BOARDS, 1, 24, 0, 100_000),
              c(Load.MANY_BOARDS, 1, 30),
              driver(Load.MANY_BOARDS, 1, 40, 0, 180_000),
              client(Load.ONE_BOARD, Client.C_WITH_KERNEL_TIMES, 1, 21.2),
              client(Load.ONE_BOARD, Client.DRIVER_WITHOUT_ACCOUNT, 1, 22.8),
              client(Load.ONE_BOARD, Client.DRIVER_ON_IO_URING, 1, 18)));

  @Test
  void oneNoisyRoundMovesNoMedian() {
    assertThat(comparison.cpuPct(Load.ONE_BOARD, Client.C)).isEqualTo(20);
    assertThat(comparison.cpuPct(Load.ONE_BOARD, Client.DRIVER)).isEqualTo(24);
    assertThat(comparison.ratio(Load.ONE_BOARD)).isEqualTo(1.2);
  }

  @Test
  void lossCountsInEveryRound() {
    assertThat(comparison.lost(Load.ONE_BOARD)).isEqualTo(5);
    assertThat(comparison.lost(Load.TEN_BOARDS)).isZero();
  }

  @Test
  void aLoadThatWasNotMeasuredIsLeftOut() {
    assertThat(comparison.loads())
        .containsExactly(Load.ONE_BOARD, Load.TEN_BOARDS, Load.MANY_BOARDS);
  }

  @Test
  void aRatioMeetsItsGoalUpToTheGoalItself() {
    assertThat(comparison.cpuGoals()).extracting(Goal::met).containsExactly(false, true, false);
  }

  @Test
  void anInvalidRowMeetsNoRatio() {
    Comparison starved =
        new Comparison(
            List.of(c(Load.TEN_BOARDS, 1, 30), driver(Load.TEN_BOARDS, 1, 10, 5, 100_000)));

    assertThat(starved.ratio(Load.TEN_BOARDS)).isLessThan(Load.TEN_BOARDS.mostRatio());
    assertThat(starved.isMet(Load.TEN_BOARDS)).isFalse();
  }

  @Test
  void memoryOfAFurtherUserIsTheDifferenceBetweenTheTwoLoads() {
    Goal goal = goal("memory a further user");

    assertThat(goal.measured()).isCloseTo(80_000 * 1.024 / 4_000, within(TINY));
    assertThat(goal.met()).isFalse();
    assertThat(goal("memory at 1000 users").measured()).isCloseTo(102.4, within(TINY));
  }

  @Test
  void theAccountsShareIsOfTheDriversCpuAndNotOfItsOwn() {
    assertThat(comparison.accountPct(Load.ONE_BOARD).getAsDouble()).isCloseTo(5, within(TINY));
    assertThat(comparison.kernelTimesPct(Load.ONE_BOARD).getAsDouble()).isCloseTo(5, within(TINY));
    assertThat(goal("account and kernel times, 300u-1b").measured()).isCloseTo(10, within(TINY));
    assertThat(goal("account and kernel times, 300u-1b").met()).as("a row is invalid").isFalse();
    assertThat(comparison.accountPct(Load.TEN_BOARDS)).as("not measured").isEmpty();
  }

  @Test
  void everyClientIsHeldAgainstTheOneInC() {
    assertThat(comparison.clients(Load.ONE_BOARD))
        .containsExactly(
            Client.C,
            Client.DRIVER,
            Client.C_WITH_KERNEL_TIMES,
            Client.DRIVER_WITHOUT_ACCOUNT,
            Client.DRIVER_ON_IO_URING);
    assertThat(comparison.ratio(Load.ONE_BOARD, Client.DRIVER_ON_IO_URING)).isEqualTo(0.9);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(Comparison.median(DoubleStream.of(4, 1, 3, 2))).hasValue(2.5);
    assertThat(Comparison.median(DoubleStream.empty())).isEmpty();
  }

  @Test
  void theTableNamesWhatWasMissedAndWhyRowsAreInvalid() {
    String text = new ComparisonTable(comparison).render();

    assertThat(text)
        .contains("300 users, 1 board, 90,000/s")
        .contains("driver              23.0  24.0  70.0\n")
        .contains("2 of 3")
        .contains("    invalid: stall 81 ms > 50 ms\n")
        .contains("    in the kernel: C 5.0, driver 6.0; in their own code: C 15.0, driver 18.0\n")
        .containsPattern("300u-1b +driver, io_uring +90 +2 +kernel +0.25 +12.50\n")
        .contains("    of the driver's CPU: account 5.0 %, kernel times 5.0 %\n")
        .contains("other programs used up to 25 % of a core")
        .contains("\n   CPU, 300 users, 1 board, 90,000/s\n   CPU, 5000 users");
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }

  private Goal goal(String figure) {
    return comparison.otherGoals().stream()
        .filter(goal -> goal.figure().equals(figure))
        .findFirst()
        .orElseThrow();
  }
}
