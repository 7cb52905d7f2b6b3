package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.api.Test;

class WatchingTest {
  @Test
  void nothingIsDueHoweverLongAStageLasts() {
    Behaviour behaviour = Watching.KIND.usual();
    ScheduleCursor messages = behaviour.schedule(5, 0, 42).messages(3);
    messages.passOver(Duration.ofDays(365).toNanos());

    assertThat(messages.number()).isZero();
    assertThat(messages.intendedNs()).isGreaterThan(Duration.ofDays(365).toNanos());
    assertThat(behaviour.ratePerUser()).isZero();
    assertThat(behaviour.classes()).isEmpty();
  }
}
