package org.boardbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardAssignmentTest {
  @ParameterizedTest
  @CsvSource({"1, 5, 1", "7, 20, 2", "7, 20, 3", "12, 5, 5", "100, 999, 7"})
  void everyUserBelongsToOneDriverWhichHasItsWholeBoard(int boards, int users, int drivers) {
    BoardAssignment assignment = new BoardAssignment(boards, users, drivers);

    int[] owners = new int[users];
    for (int driver = 0; driver < drivers; driver++) {
      BoardShare share = new BoardShare(assignment, driver);
      share.users(users).forEach(user -> owners[user]++);
      assertThat(share.users(users)).allMatch(user -> assignment.driverOf(user) == share.driver());
      assertThat(share.users(users).map(assignment::boardOf).distinct())
          .allMatch(board ->
              IntStream.range(0, users)
                  .filter(user -> assignment.boardOf(user) == board)
                  .allMatch(share::has));
    }
    assertThat(owners).containsOnly(1);
  }

  @Test
  void driversHaveRunsOfBoardsThatDifferByOneAtMost() {
    BoardAssignment assignment = new BoardAssignment(7, 7, 3);

    assertThat(IntStream.range(0, 7).map(assignment::driverOf))
        .containsExactly(0, 0, 0, 1, 1, 2, 2);
  }

  @Test
  void usersKeepTheirPlacesWhoeverHasTheirBoard() {
    BoardAssignment assignment = new BoardAssignment(3, 8, 2);

    assertThat(assignment.boardOf(7)).isEqualTo(1);
    assertThat(assignment.placeOf(7)).isEqualTo(2);
    assertThat(assignment.members(1, 8)).isEqualTo(3);
    assertThat(assignment.members(2, 8)).isEqualTo(2);
    assertThat(assignment.places()).isEqualTo(3);
  }

  @Test
  void whereThereAreMoreDriversThanBoardsTheyShareEachOneInTheirProportion() {
    BoardAssignment assignment = BoardAssignment.among(List.of(1, 2, 1), 2, 80);

    assertThat(assignment.areShared()).isTrue();
    for (int users : List.of(8, 40, 80)) {
      for (int board = 0; board < 2; board++) {
        int of = board;
        assertThat(
                IntStream.range(0, 3)
                    .mapToLong(driver ->
                        new BoardShare(assignment, driver)
                            .users(users)
                            .filter(user -> assignment.boardOf(user) == of)
                            .count()))
            .as("board %d of %d users", board, users)
            .containsExactly(users / 8L, users / 4L, users / 8L);
      }
    }
  }

  @Test
  void whereThereIsABoardForEachNoneIsShared() {
    BoardAssignment assignment = BoardAssignment.among(List.of(1, 2, 1), 4, 80);

    assertThat(assignment.areShared()).isFalse();
    assertThat(IntStream.range(0, 4).map(assignment::driverOf)).containsExactly(0, 1, 1, 2);
  }

  @Test
  void partsThatAreNotOfTheBoardsAreRefused() {
    assertThatThrownBy(() -> BoardAssignment.among(List.of(1, 2), 4, 80))
        .hasMessage("3 boards are shared out, the plan has 4");
    assertThatThrownBy(() -> BoardAssignment.among(List.of(1, 0), 4, 80))
        .hasMessage("something at least for each driver, not [1, 0]");
  }

  @Test
  void noDriverIsWithoutABoard() {
    assertThatThrownBy(() -> new BoardAssignment(2, 8, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 2 drivers for 2 boards, not 3");
    assertThatThrownBy(() -> new BoardShare(new BoardAssignment(2, 8, 2), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("driver 2 of 2");
  }
}
