package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.boardbench.scenario.Samples;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.api.Test;

class CursorTest {
  private final Behaviour behaviour = Cursor.KIND.usual();

  @Test
  void isTheSameToTheByteOnEveryMachine() {
    assertThat(Traffic.hash(behaviour.schedule(10, 1_000, 42), 10, 1_000))
        .isEqualTo("dceb45098bbbb7b1");
  }

  @Test
  void sendsOnePlaceOfClassCursorAtATime() {
    ScheduleCursor messages = behaviour.schedule(1, 0, 42).messages(0);

    assertThat(messages.messageClass()).isEqualTo(MessageClass.CURSOR);
    assertThat(messages.bytes()).isEqualTo(206);
  }

  @Test
  void sendsThirtyASecondWhileThePointerMovesAndNothingWhileItRests() {
    long[] counts = Samples.perSecond(behaviour.schedule(1, 0, 7).messages(0), 0, 5_000);

    assertThat(Arrays.stream(counts).max().orElseThrow()).isBetween(30L, 34L);
    assertThat(Arrays.stream(counts).filter(count -> count >= 30).count()).isGreaterThan(600);
    assertThat(Arrays.stream(counts).filter(count -> count == 0).count()).isGreaterThan(2_000);
  }

  @Test
  void theRateThatIsSaidOfItIsThatOfManyUsersFromTheStartOn() {
    Schedule schedule = behaviour.schedule(2_000, 0, 42);

    assertThat(Traffic.perSecond(schedule, 2_000, 0, 200) / 2_000)
        .isCloseTo(behaviour.ratePerUser(), within(behaviour.ratePerUser() * 0.02));
  }
}
