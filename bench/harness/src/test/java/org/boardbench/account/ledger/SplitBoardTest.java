package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.boardbench.scenario.BoardShare;
import org.junit.jupiter.api.Test;

/** Two boards of four users; user u is on board u % 2. */
class SplitBoardTest {
  private static final int USERS = 8;
  private static final int MESSAGES = 10;

  private final BoardShare boards = BoardShare.whole(2, USERS);
  private final ReceiverWindows windows = new ReceiverWindows(boards);

  SplitBoardTest() {
    windows.coverUsers(USERS);
  }

  /** Everybody publishes; who reaches whom is as {@code reaches} says. */
  private void publish(int messages, BiPredicate<Integer, Integer> reaches) {
    for (int sequence = 0; sequence < messages; sequence++) {
      for (int sender = 0; sender < USERS; sender++) {
        for (int receiver = sender % 2; receiver < USERS; receiver += 2) {
          if (reaches.test(sender, receiver)) {
            windows.arrived(receiver, boards.boards().placeOf(sender), sequence);
          }
        }
      }
    }
  }

  private Optional<SplitBoard> found() {
    return SplitBoard.find(boards, windows, USERS);
  }

  private static boolean isWithUserOne(int user) {
    return user == 1 || user == 5;
  }

  @Test
  void groupsThatReachOnlyThemselvesAreFound() {
    publish(
        MESSAGES,
        (sender, receiver) -> sender % 2 == 0 || isWithUserOne(sender) == isWithUserOne(receiver));

    assertThat(found()).contains(new SplitBoard(1, List.of(List.of(1, 5), List.of(3, 7))));
  }

  @Test
  void aBoardOnWhichEverybodyReachesEverybodyIsWhole() {
    publish(MESSAGES, (_, _) -> true);

    assertThat(found()).isEmpty();
  }

  @Test
  void oneDeliveryBetweenTheGroupsSaysThatTheyAreOne() {
    publish(MESSAGES, (sender, receiver) -> isWithUserOne(sender) == isWithUserOne(receiver));
    windows.arrived(3, boards.boards().placeOf(1), MESSAGES);
    windows.arrived(2, boards.boards().placeOf(0), MESSAGES);

    assertThat(found().map(SplitBoard::board)).isNotEqualTo(Optional.of(1));
  }

  @Test
  void aServerThatLosesWithinTheGroupsTooIsOverloadedAndNotSplit() {
    publish(
        MESSAGES,
        (sender, receiver) -> sender % 2 == 0 || isWithUserOne(sender) == isWithUserOne(receiver));
    windows.arrived(7, boards.boards().placeOf(3), MESSAGES + 1);

    assertThat(found()).isEmpty();
  }

  @Test
  void aFewMessagesProveNothing() {
    publish(3, (sender, receiver) -> isWithUserOne(sender) == isWithUserOne(receiver));

    assertThat(found()).isEmpty();
  }

  @Test
  void whoNeverJoinedIsInNoGroup() {
    publish(MESSAGES, (sender, receiver) -> sender != 3 && receiver != 3);

    assertThat(found()).isEmpty();
  }
}
