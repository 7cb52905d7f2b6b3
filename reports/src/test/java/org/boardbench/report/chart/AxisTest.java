package org.boardbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void endsAtARoundNumberAboveAllValues() {
    assertThat(Axis.fromZero("TPS", DoubleStream.of(3, 101_000, Double.NaN)))
        .isEqualTo(new Axis("TPS", 0, 150_000, false));
    assertThat(Axis.fromZero("CPU", DoubleStream.of(0.07)).max()).isBetween(0.0799, 0.0801);
  }

  @Test
  void hasARangeEvenWhenAllIsZeroOrNothingWasMeasured() {
    assertThat(Axis.fromZero("Loss", DoubleStream.of(0, 0)).max()).isEqualTo(1);
    assertThat(Axis.times("RTT", DoubleStream.of(Double.NaN)).max()).isEqualTo(1);
  }

  @Test
  void endsRightAboveAHundredWhereSharesReachItAndHasRoomForAPointThere() {
    assertThat(Axis.ofShares("Loss", DoubleStream.of(3, 100, Double.NaN)))
        .isEqualTo(new Axis("Loss", 0, 104, false));
    assertThat(Axis.ofShares("Loss", DoubleStream.of(3, 42)).max()).isEqualTo(50);
    assertThat(Axis.ofShares("Loss", DoubleStream.of(0)).max()).isEqualTo(1);
    // Nothing is cut off, whatever it is.
    assertThat(Axis.ofShares("Loss", DoubleStream.of(3, 120)).max()).isEqualTo(150);
  }

  @Test
  void isLogarithmicForTimesOverMoreThanTwoDecades() {
    Axis axis = Axis.times("RTT", DoubleStream.of(2, 40, 13_000));

    assertThat(axis).isEqualTo(new Axis("RTT", 1, 20_000, true, List.of(), true));
  }

  @Test
  void staysLinearForTimesWithinTwoDecades() {
    assertThat(Axis.times("RTT", DoubleStream.of(2, 200)).logarithmic()).isFalse();
  }

  @Test
  void staysLinearRatherThanDropAValueThatIsNotAboveZero() {
    Axis axis = Axis.times("RTT", DoubleStream.of(0, 2, 13_000));

    assertThat(axis.logarithmic()).isFalse();
    assertThat(axis.min()).isZero();
  }

  @Test
  void readsInSecondsOnlyWhereItIsOfTimesThatReachTenOfThem() {
    assertThat(Axis.times("RTT", DoubleStream.of(2, 40, 9_000)).longTimes()).isTrue();
    assertThat(Axis.times("RTT", DoubleStream.of(2, 40, 4_000)).longTimes()).isFalse();
    assertThat(Axis.fromZero("TPS", DoubleStream.of(101_000)).longTimes()).isFalse();
  }

  @Test
  void theUnitIsInTheTitleOrAtTheTicks() {
    assertThat(Axis.times("RTT (ms)", DoubleStream.of(2, 4_000)).title()).isEqualTo("RTT (ms)");
    assertThat(Axis.times("RTT (ms)", DoubleStream.of(2, 9_000)).title()).isEqualTo("RTT");
  }

  @Test
  void leavesRoomAboveAValueThatHasAnArrow() {
    assertThat(Axis.times("RTT", DoubleStream.of(2, 1_990), DoubleStream.of(1_990)))
        .isEqualTo(new Axis("RTT", 1, 5_000, true));
    assertThat(Axis.times("RTT", DoubleStream.of(30, 780), DoubleStream.of(780)))
        .isEqualTo(new Axis("RTT", 0, 1_000, false));
    assertThat(Axis.times("RTT", DoubleStream.of(2, 4_700), DoubleStream.of(4_700)))
        .isEqualTo(new Axis("RTT", 1, 10_000, true, List.of(), true));
  }

  @Test
  void isNoLongerForAnArrowThatHasRoomOrForNone() {
    assertThat(Axis.times("RTT", DoubleStream.of(2, 1_990), DoubleStream.of(2)).max())
        .isEqualTo(2_000);
    assertThat(Axis.times("RTT", DoubleStream.of(2, 1_990), DoubleStream.empty()).max())
        .isEqualTo(2_000);
    assertThat(Axis.times("RTT", DoubleStream.empty(), DoubleStream.of(Double.NaN)).max())
        .isEqualTo(1);
  }

  @Test
  void isLogarithmicWhereItIsAskedForAroundAllValuesThatItCanShow() {
    assertThat(Axis.logarithmic("Time", DoubleStream.of(300, 0, -2, 640, Double.NaN)))
        .isEqualTo(new Axis("Time", 100, 1000, true));
    assertThat(Axis.logarithmic("Time", DoubleStream.of(1000)))
        .isEqualTo(new Axis("Time", 1000, 2000, true));
    assertThat(Axis.logarithmic("Memory", DoubleStream.of(0)).logarithmic()).isFalse();
  }

  @Test
  void reachesBelowZeroOnlyForValuesThatDo() {
    assertThat(Axis.aroundZero("Cost", DoubleStream.of(-0.35, 3.4, Double.NaN)))
        .isEqualTo(Axis.between("Cost", -0.4, 4));
    assertThat(Axis.aroundZero("Cost", DoubleStream.of(0, 3.4)))
        .isEqualTo(Axis.between("Cost", 0, 4));
  }
}
