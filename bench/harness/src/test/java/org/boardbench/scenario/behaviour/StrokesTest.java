package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.boardbench.scenario.schedule.Schedule;
import org.junit.jupiter.api.Test;

class StrokesTest {
  private static final int USERS = 2_000;

  private final Behaviour behaviour = Strokes.KIND.usual();

  @Test
  void isTheSameToTheByteOnEveryMachine() {
    assertThat(Traffic.hash(behaviour.schedule(10, 1_000, 42), 10, 1_000)).isEqualTo("GOLDEN");
  }

  @Test
  void theRateThatIsSaidOfItIsThatOfManyUsersFromTheStartOn() {
    Schedule schedule = behaviour.schedule(USERS, 0, 42);

    assertThat(Traffic.perSecond(schedule, USERS, 0, 600) / USERS)
        .isCloseTo(behaviour.ratePerUser(), within(behaviour.ratePerUser() * 0.02));
    assertThat(Traffic.perSecond(schedule, USERS, 0, 10) / USERS)
        .as("nobody has to wait until it is so")
        .isCloseTo(behaviour.ratePerUser(), within(behaviour.ratePerUser() * 0.05));
  }

  @Test
  void whoWritesSendsAboutFourteenMessagesASecond() {
    int seconds = 3_600;
    double active = 0;
    double messages = 0;
    Schedule schedule = behaviour.schedule(20, 0, 42);
    for (int user = 0; user < 20; user++) {
      // Nobody pauses for five seconds within a line, and nobody rests for less.
      for (int second = 0; second < seconds; second += 5) {
        double number = Traffic.perSecond(user(schedule, user), 1, second, second + 5) * 5;
        active += number > 0 ? 5 : 0;
        messages += number;
      }
    }
    assertThat(messages / active).isCloseTo(12, within(2.0));
  }

  private static Schedule user(Schedule of, int user) {
    return nobody -> of.messages(user);
  }
}
