package org.boardbench.scenario.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final int USERS = 200;
  private static final int BOARDS = 5;

  private final Behaviour behaviour = Together.KIND.usual();

  private Schedule schedule(long seed) {
    return behaviour.schedule(USERS, user -> user % BOARDS, 0, seed);
  }

  /** When each answer of one user begins, in seconds: nobody pauses so long within one. */
  private static List<Double> answers(ScheduleCursor messages, int number) {
    List<Double> answers = new ArrayList<>();
    double lastS = -100;
    while (answers.size() < number) {
      double timeS = messages.intendedNs() / 1e9;
      if (timeS - lastS > 5) {
        answers.add(timeS);
      }
      lastS = timeS;
      messages.advance();
    }
    return answers;
  }

  @Test
  void isTheSameToTheByteOnEveryMachine() {
    assertThat(Traffic.hash(schedule(42), 10, 1_000)).isEqualTo("cc2d0c9caf7c8c6f");
  }

  @Test
  void allUsersOfABoardAnswerItsSignalsWithinASecondAndAFirstBatch() {
    Schedule schedule = schedule(42);
    for (int board = 0; board < BOARDS; board++) {
      for (int answer = 0; answer < 10; answer++) {
        double first = Double.MAX_VALUE;
        double last = 0;
        for (int user = board; user < USERS; user += BOARDS) {
          double timeS = answers(schedule.messages(user), answer + 1).get(answer);
          first = Math.min(first, timeS);
          last = Math.max(last, timeS);
        }
        assertThat(last - first).isBetween(0.7, 1.05);
      }
    }
  }

  @Test
  void signalsOfABoardAreTwentySecondsApartAndThoseOfAnotherAtOtherMoments() {
    Schedule schedule = schedule(42);
    Set<Long> tenths = new HashSet<>();
    for (int user = 0; user < BOARDS; user++) {
      List<Double> answers = answers(schedule.messages(user), 20);
      assertThat(answers.getLast() - answers.getFirst()).isCloseTo(19 * 20, within(1.05));
      tenths.add(Math.round(answers.getFirst() * 2));
    }
    assertThat(tenths).hasSizeGreaterThan(3);
    assertThat(answers(schedule(43).messages(0), 1))
        .as("another seed")
        .isNotEqualTo(answers(schedule.messages(0), 1));
  }

  @Test
  void theRateThatIsSaidOfItIsThatOfManyUsers() {
    assertThat(Traffic.perSecond(schedule(42), USERS, 20, 1_020) / USERS)
        .isCloseTo(behaviour.ratePerUser(), within(behaviour.ratePerUser() * 0.02));
  }
}
