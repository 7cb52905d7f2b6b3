package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.api.Test;

class SteadyTest {
  private static final long SECOND = 1_000_000_000;

  private static Schedule schedule(int users, double rate, long startNs, long seed) {
    return new Steady(MessageClass.STROKE, rate, PayloadSizes.of(300))
        .schedule(users, startNs, seed);
  }

  private static ScheduleCursor at(Schedule schedule, int user, long number) {
    ScheduleCursor messages = schedule.messages(user);
    while (messages.number() < number) {
      messages.advance();
    }
    return messages;
  }

  private static ScheduleCursor from(Schedule schedule, int user, long timeNs) {
    ScheduleCursor messages = schedule.messages(user);
    messages.passOver(timeNs);
    return messages;
  }

  @Test
  void messageNIsComputedFromNSoThatRoundingNeverAddsUp() {
    Schedule schedule = schedule(1, 3, 0, 1);

    assertThat(at(schedule, 0, 1).intendedNs()).isEqualTo(333_333_334);
    assertThat(at(schedule, 0, 2).intendedNs()).isEqualTo(666_666_667);
    assertThat(at(schedule, 0, 3_000_000).intendedNs()).isEqualTo(1_000_000 * SECOND);
  }

  @Test
  void firstSendsAreSpreadEvenlyOverThePeriod() {
    assertThat(firstSends(schedule(4, 2, 7, 1), 4))
        .containsExactlyInAnyOrder(7L, 7 + SECOND / 8, 7 + SECOND / 4, 7 + 3 * SECOND / 8);
  }

  @Test
  void theOrderOfTheUsersFollowsTheSeed() {
    assertThat(firstSends(schedule(100, 1, 0, 42), 100))
        .isEqualTo(firstSends(schedule(100, 1, 0, 42), 100))
        .isNotEqualTo(firstSends(schedule(100, 1, 0, 43), 100))
        .isNotEqualTo(LongStream.range(0, 100).mapToObj(i -> i * SECOND / 100).toList());
    assertThat(firstSends(schedule(5, 1, 0, 42), 5).stream().map(ns -> 5 * ns / SECOND))
        .as("golden: an earlier run can be told again")
        .containsExactly(3L, 4L, 0L, 2L, 1L);
  }

  @Test
  void everyWholeSecondHoldsTheRateWhereverItBegins() {
    Schedule schedule = schedule(10, 7, 123, 5);
    for (long start : new long[] {SECOND, SECOND + 1, 5 * SECOND + 987_654_321}) {
      for (int user = 0; user < 10; user++) {
        assertThat(
                from(schedule, user, start + SECOND).number()
                    - from(schedule, user, start).number())
            .isEqualTo(7);
      }
    }
  }

  @Test
  void theFirstMessageFromATimeIsNotBeforeItAndTheOneAheadIs() {
    Schedule schedule = schedule(3, 0.7, 1_000, 9);
    for (long time = 0; time < 40 * SECOND; time += 77_777_777) {
      ScheduleCursor first = from(schedule, 1, time);
      assertThat(first.intendedNs()).isGreaterThanOrEqualTo(time);
      if (first.number() > 0) {
        assertThat(at(schedule, 1, first.number() - 1).intendedNs()).isLessThan(time);
      }
    }
  }

  private static List<Long> firstSends(Schedule schedule, int users) {
    return IntStream.range(0, users)
        .mapToObj(user -> schedule.messages(user).intendedNs())
        .toList();
  }
}
