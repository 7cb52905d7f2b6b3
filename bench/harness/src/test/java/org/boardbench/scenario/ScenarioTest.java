package org.boardbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.Poisson;
import org.boardbench.scenario.behaviour.Steady;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.Schedule;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final Behaviour DRAWING =
      new Steady(MessageClass.STROKE, 2, new PayloadSizes(300, 500));
  private static final Behaviour POINTING =
      new Steady(MessageClass.CURSOR, 10, PayloadSizes.of(250));

  private final Scenario scenario =
      new Scenario(
          List.of(new Scenario.Part("draw", 3, DRAWING), new Scenario.Part("point", 1, POINTING)));

  private static String classes(Schedule schedule, int users) {
    StringBuilder text = new StringBuilder();
    for (int user = 0; user < users; user++) {
      text.append(schedule.messages(user).messageClass() == MessageClass.STROKE ? 'd' : 'p');
    }
    return text.toString();
  }

  private static long count(String classes, char of) {
    return classes.chars().filter(c -> c == of).count();
  }

  @Test
  void usersAreSharedOutByWeight() {
    String classes = classes(scenario.schedule(1_000, 0, 42, 1), 1_000);

    for (int users = 20; users <= 1_000; users += 20) {
      assertThat(count(classes.substring(0, users), 'p')).isEqualTo(users / 4);
    }
    for (int users = 1; users <= 1_000; users++) {
      assertThat((double) count(classes.substring(0, users), 'p'))
          .isCloseTo(users / 4.0, within(3.0));
    }
  }

  @Test
  void noBoardHasABehaviourOfItsOwn() {
    String classes = classes(scenario.schedule(400, 0, 42, 1), 400);
    for (int boards : new int[] {2, 4, 5, 10, 20}) {
      for (int board = 0; board < boards; board++) {
        int pointing = 0;
        for (int user = board; user < 400; user += boards) {
          pointing += classes.charAt(user) == 'p' ? 1 : 0;
        }
        assertThat(pointing).isBetween(1, 400 / boards - 1);
      }
    }
  }

  @Test
  void aUserKeepsItsBehaviourFromStageToStageHoweverManyThereAre() {
    String few = classes(scenario.schedule(13, 0, 42, 1), 13);
    String many = classes(scenario.schedule(200, 0, 42, 2), 200);

    assertThat(many).startsWith(few);
    assertThat(classes(scenario.schedule(200, 0, 43, 2), 200))
        .as("another seed")
        .isNotEqualTo(many);
  }

  @Test
  void messagesOfOneStageAreOthersThanThoseOfTheNext() {
    Scenario poisson = Scenario.of(new Poisson(MessageClass.STROKE, 2, PayloadSizes.of(300)));

    assertThat(Samples.firstTimes(poisson.schedule(5, 0, 42, 1).messages(2), 10))
        .isEqualTo(Samples.firstTimes(poisson.schedule(5, 0, 42, 1).messages(2), 10))
        .isNotEqualTo(Samples.firstTimes(poisson.schedule(5, 0, 42, 2).messages(2), 10));
  }

  @Test
  void aScenarioOfOneBehaviourIsThatBehaviour() {
    Scenario steady = Scenario.steady(4, 300);
    Schedule alone =
        new Steady(MessageClass.STROKE, 4, PayloadSizes.of(300)).schedule(30, 77, 42 + 3);

    for (int user = 0; user < 30; user++) {
      assertThat(Samples.firstTimes(steady.schedule(30, 77, 42, 3).messages(user), 50))
          .isEqualTo(Samples.firstTimes(alone.messages(user), 50));
    }
    assertThat(steady.ratePerUser()).isEqualTo(4);
    assertThat(steady.meanBytes()).isEqualTo(300);
  }

  @Test
  void itsFiguresAreMeansOverUsersAndOverMessages() {
    assertThat(scenario.ratePerUser()).isEqualTo((3 * 2 + 10) / 4.0);
    assertThat(scenario.meanBytes()).isEqualTo((6 * 400 + 10 * 250) / 16.0);
    assertThat(scenario.smallestBytes()).isEqualTo(250);
    assertThat(scenario.largestBytes()).isEqualTo(500);
  }
}
