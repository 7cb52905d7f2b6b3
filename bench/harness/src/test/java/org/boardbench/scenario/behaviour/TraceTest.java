package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.boardbench.scenario.trace.TraceMessage;
import org.boardbench.scenario.trace.TraceMessages;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final TraceMessages MESSAGES =
      new TraceMessages(
          List.of(
              new TraceMessage(100, MessageClass.STROKE, 300),
              new TraceMessage(150, MessageClass.CURSOR, 250),
              new TraceMessage(300, MessageClass.TEXT, 400)));

  private final Behaviour behaviour = new Trace(MESSAGES);

  @Test
  void isPlayedInItsOrderAgainAndAgainFromAPlaceOfItsOwn() {
    // Its length is 400: after 300 comes a pause of 100, the mean one.
    ScheduleCursor messages = behaviour.schedule(1, 5_000, 42).messages(0);
    while (messages.messageClass() != MessageClass.STROKE) {
      messages.advance();
    }
    long beganNs = messages.intendedNs() - 100;
    for (int cycle = 0; cycle < 3; cycle++) {
      for (TraceMessage expected : MESSAGES.list()) {
        assertThat(messages.intendedNs()).isEqualTo(beganNs + 400L * cycle + expected.atNs());
        assertThat(messages.messageClass()).isEqualTo(expected.messageClass());
        assertThat(messages.bytes()).isEqualTo(expected.bytes());
        messages.advance();
      }
    }
  }

  @Test
  void theFirstPointOfABatchComesWithItInEveryRound() {
    Behaviour batches =
        new Trace(
            new TraceMessages(
                List.of(
                    new TraceMessage(100, 70, MessageClass.STROKE, 300),
                    new TraceMessage(300, MessageClass.CURSOR, 250))));
    ScheduleCursor messages = batches.schedule(1, 5_000, 42).messages(0);
    for (int n = 0; n < 6; n++) {
      assertThat(messages.intendedNs() - messages.firstPointNs())
          .isEqualTo(messages.messageClass() == MessageClass.STROKE ? 30 : 0);
      messages.advance();
    }
  }

  @Test
  void usersAreAtDifferentPlacesOfTheTrace() {
    Schedule schedule = behaviour.schedule(100, 0, 42);

    assertThat(
            IntStream.range(0, 100)
                .mapToObj(user -> schedule.messages(user).intendedNs())
                .distinct())
        .hasSizeGreaterThan(50)
        .allMatch(ns -> ns < 200);
  }

  @Test
  void messagesOfOneTimeAreANanosecondApart() {
    TraceMessages together =
        new TraceMessages(
            List.of(
                new TraceMessage(7, MessageClass.STROKE, 300),
                new TraceMessage(7, MessageClass.STROKE, 300),
                new TraceMessage(7, MessageClass.CURSOR, 250),
                new TraceMessage(8, MessageClass.CURSOR, 250)));

    assertThat(together.list()).extracting(TraceMessage::atNs).containsExactly(7L, 8L, 9L, 10L);
  }

  @Test
  void aTraceOfOneTimeHasNoRate() {
    assertThatThrownBy(
            () -> new TraceMessages(List.of(new TraceMessage(7, MessageClass.STROKE, 300))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two times");
  }
}
