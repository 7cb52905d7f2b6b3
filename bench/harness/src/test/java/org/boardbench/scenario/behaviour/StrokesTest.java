package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.api.Test;

class StrokesTest {
  private static final int USERS = 2_000;

  private final Behaviour behaviour = Strokes.KIND.usual();

  @Test
  void isTheSameToTheByteOnEveryMachine() {
    assertThat(Traffic.hash(behaviour.schedule(10, 1_000, 42), 10, 1_000))
        .isEqualTo("64ee3e8ea1ec6296");
  }

  @Test
  void theRateThatIsSaidOfItIsThatOfManyUsersFromTheStartOn() {
    Schedule schedule = behaviour.schedule(USERS, 0, 42);

    assertThat(Traffic.perSecond(schedule, USERS, 0, 600) / USERS)
        .isCloseTo(behaviour.ratePerUser(), within(behaviour.ratePerUser() * 0.02));
    int many = 4 * USERS;
    assertThat(Traffic.perSecond(behaviour.schedule(many, 0, 42), many, 0, 10) / many)
        .as("nobody has to wait until it is so")
        .isCloseTo(behaviour.ratePerUser(), within(behaviour.ratePerUser() * 0.05));
  }

  @Test
  void whoWritesSendsAboutAsManyMessagesASecondAsTheMeasuredLineHas() {
    ScheduleCursor messages = behaviour.schedule(1, 0, 42).messages(0);
    double writingS = 0;
    int rests = 0;
    for (int n = 0; n < 200_000; n++) {
      double lastS = messages.intendedNs() / 1e9;
      messages.advance();
      double gapS = messages.intendedNs() / 1e9 - lastS;
      // Nobody pauses so long within a line, and nobody rests for less.
      if (gapS < 4.5) {
        writingS += gapS;
      } else {
        rests++;
      }
    }
    assertThat((200_000 - rests) / writingS).isCloseTo(14, within(14 * 0.15));
    assertThat(writingS / rests).as("a line").isCloseTo(20.5, within(1.0));
  }
}
