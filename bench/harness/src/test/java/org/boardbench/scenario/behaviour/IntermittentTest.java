package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.api.Test;

class IntermittentTest {
  private final Behaviour behaviour = Intermittent.KIND.usual();

  @Test
  void isTheSameToTheByteOnEveryMachine() {
    assertThat(Traffic.hash(behaviour.schedule(10, 1_000, 42), 10, 1_000))
        .isEqualTo("5645907f3cf8dabd");
  }

  @Test
  void theRateThatIsSaidOfItIsThatOfManyUsersFromTheStartOn() {
    int users = 4_000;
    Schedule schedule = behaviour.schedule(users, 0, 42);

    assertThat(Traffic.perSecond(schedule, users, 0, 1_200) / users)
        .isCloseTo(behaviour.ratePerUser(), within(behaviour.ratePerUser() * 0.02));
  }

  @Test
  void betweenItsStrokesAreMinutesOfSilence() {
    ScheduleCursor messages = behaviour.schedule(1, 0, 42).messages(0);
    int rests = 0;
    double lastS = messages.intendedNs() / 1e9;
    double beginS = lastS;
    while (rests < 500) {
      messages.advance();
      double timeS = messages.intendedNs() / 1e9;
      if (timeS - lastS > 30) {
        rests++;
        assertThat(timeS - lastS).isBetween(60.0, 320.0);
        assertThat(lastS - beginS).as("what it draws at once").isLessThan(25);
        beginS = timeS;
      }
      lastS = timeS;
    }
  }
}
