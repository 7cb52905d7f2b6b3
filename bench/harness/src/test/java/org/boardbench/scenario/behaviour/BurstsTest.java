package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.boardbench.scenario.Samples;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private final Behaviour behaviour =
      new Bursts(
          MessageClass.STROKE,
          20,
          PayloadSizes.of(300),
          Duration.ofSeconds(2),
          Duration.ofSeconds(8));

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(Samples.firstTimes(behaviour.schedule(3, 1_000, 42).messages(1), 4))
        .containsExactly(24_942_608_397L, 24_992_608_397L, 25_042_608_397L, 25_092_608_397L);
  }

  @Test
  void countsPerSecondVaryFarMoreThanThoseOfUsersWhoNeverRest() {
    long[] counts = Samples.perSecond(behaviour.schedule(1, 0, 7).messages(0), 0, 50_000);

    assertThat(Samples.mean(counts)).isCloseTo(behaviour.ratePerUser(), within(0.2));
    assertThat(Samples.dispersion(counts)).isGreaterThan(8);
  }

  @Test
  void withinABurstTheRateIsConstantAndBetweenBurstsItRestsAsLongAsSaid() {
    ScheduleCursor messages = behaviour.schedule(1, 0, 7).messages(0);
    int number = 400_000;
    int rests = 0;
    double restedS = 0;
    for (int n = 0; n < number; n++) {
      long lastNs = messages.intendedNs();
      messages.advance();
      long pauseNs = messages.intendedNs() - lastNs;
      if (Math.abs(pauseNs - 50_000_000) > 1) {
        rests++;
        restedS += pauseNs / 1e9;
      }
    }
    assertThat((double) number / rests).as("messages a burst").isCloseTo(40.5, within(2.0));
    // Half a pause between two messages of the burst, in the mean, is a part of each rest.
    assertThat(restedS / rests).isCloseTo(8.025, within(0.3));
  }

  @Test
  void aFifthOfTheUsersDrawsFromTheStart() {
    Schedule schedule = behaviour.schedule(10_000, 0, 42);
    int drawing = 0;
    for (int user = 0; user < 10_000; user++) {
      drawing += schedule.messages(user).intendedNs() < 50_000_000 ? 1 : 0;
    }
    assertThat(drawing).isCloseTo(2_000, within(150));
  }
}
