package org.boardbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.boardbench.scenario.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedScenariosTest {
  private static final int BOARDS = 10;
  private static final long HOUR_NS = 3_600 * Samples.SECOND;

  private static BitSet senders(Scenario scenario, int users) {
    Schedule schedule = scenario.schedule(users, BOARDS, 0, 42, 1);
    BitSet senders = new BitSet();
    for (int user = 0; user < users; user++) {
      senders.set(user, schedule.messages(user).intendedNs() < HOUR_NS);
    }
    return senders;
  }

  @ParameterizedTest
  @CsvSource({"lecture, 1", "workshop, 6", "classroom, 50"})
  void asManyOfEachBoardSendAsItsNameSays(String name, int ofEachBoard) {
    Scenario scenario = NamedScenarios.named(name).orElseThrow();
    BitSet senders = senders(scenario, 500);

    int[] ofBoard = new int[BOARDS];
    senders.stream().forEach(user -> ofBoard[user % BOARDS]++);
    assertThat(ofBoard).containsOnly(ofEachBoard);
    assertThat(senders(scenario, 300).stream().allMatch(senders::get))
        .as("who is there in a smaller stage does the same")
        .isTrue();
  }

  @Test
  void whoDrawsIsDecidedByThePlaceOnTheBoardHoweverFewPlacesThereAre() {
    Scenario workshop = NamedScenarios.named("workshop").orElseThrow();

    assertThat(senders(workshop, 25).cardinality()).isEqualTo(25);
    assertThat(workshop.weighedFor(25, BOARDS).ratePerUser())
        .isCloseTo(workshop.parts().getFirst().behaviour().ratePerUser(), within(1e-9));
  }

  @Test
  void itsMeansAreThoseOfTheUsersThatThereAre() {
    Scenario lecture = NamedScenarios.named("lecture").orElseThrow();
    double ofLecturer = lecture.parts().getFirst().behaviour().ratePerUser();
    Scenario weighed = lecture.weighedFor(1_000, BOARDS);

    assertThat(weighed.ratePerUser()).isCloseTo(ofLecturer / 100, within(1e-9));
    assertThat(weighed.meanBytes())
        .as("who sends nothing makes no message smaller")
        .isCloseTo(lecture.parts().getFirst().behaviour().meanBytes(), within(1e-6));
  }

  @Test
  void inAClassroomThoseOfABoardBeginTogetherAndThoseOfAnotherAtAnotherMoment() {
    Schedule schedule =
        NamedScenarios.named("classroom").orElseThrow().schedule(200, BOARDS, 0, 42, 1);
    Set<Long> seconds = new HashSet<>();
    for (int board = 0; board < BOARDS; board++) {
      double firstS = schedule.messages(board).intendedNs() / 1e9;
      for (int user = board; user < 200; user += BOARDS) {
        assertThat(schedule.messages(user).intendedNs() / 1e9).isCloseTo(firstS, within(1.05));
      }
      seconds.add(Math.round(firstS));
    }
    assertThat(seconds).hasSizeGreaterThan(4);
  }
}
