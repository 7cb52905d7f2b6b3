package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void messageNIsComputedFromNSoThatRoundingNeverAddsUp() {
    ArrivalSchedule schedule = ArrivalSchedule.evenlySpread(1, 3, 0, 1);

    assertThat(schedule.intendedNs(0, 1)).isEqualTo(333_333_334);
    assertThat(schedule.intendedNs(0, 2)).isEqualTo(666_666_667);
    assertThat(schedule.intendedNs(0, 3_000_000)).isEqualTo(1_000_000 * SECOND);
  }

  @Test
  void firstSendsAreSpreadEvenlyOverThePeriod() {
    ArrivalSchedule schedule = ArrivalSchedule.evenlySpread(4, 2, 7, 1);

    assertThat(firstSends(schedule, 4))
        .containsExactlyInAnyOrder(7L, 7 + SECOND / 8, 7 + SECOND / 4, 7 + 3 * SECOND / 8);
  }

  @Test
  void theOrderOfTheUsersFollowsTheSeed() {
    assertThat(firstSends(ArrivalSchedule.evenlySpread(100, 1, 0, 42), 100))
        .isEqualTo(firstSends(ArrivalSchedule.evenlySpread(100, 1, 0, 42), 100))
        .isNotEqualTo(firstSends(ArrivalSchedule.evenlySpread(100, 1, 0, 43), 100))
        .isNotEqualTo(LongStream.range(0, 100).mapToObj(i -> i * SECOND / 100).toList());
  }

  @Test
  void everyWholeSecondHoldsTheRateWhereverItBegins() {
    ArrivalSchedule schedule = ArrivalSchedule.evenlySpread(10, 7, 123, 5);
    for (long start : new long[] {SECOND, SECOND + 1, 5 * SECOND + 987_654_321}) {
      for (int user = 0; user < 10; user++) {
        assertThat(schedule.firstFrom(user, start + SECOND) - schedule.firstFrom(user, start))
            .isEqualTo(7);
      }
    }
  }

  @Test
  void theFirstMessageFromATimeIsNotBeforeItAndTheOneAheadIs() {
    ArrivalSchedule schedule = ArrivalSchedule.evenlySpread(3, 0.7, 1_000, 9);
    for (long time = 0; time < 40 * SECOND; time += 77_777_777) {
      long first = schedule.firstFrom(1, time);
      assertThat(schedule.intendedNs(1, first)).isGreaterThanOrEqualTo(time);
      if (first > 0) {
        assertThat(schedule.intendedNs(1, first - 1)).isLessThan(time);
      }
    }
  }

  private static List<Long> firstSends(ArrivalSchedule schedule, int users) {
    return IntStream.range(0, users).mapToObj(user -> schedule.intendedNs(user, 0)).toList();
  }
}
