package org.boardbench.account.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * A board whose users fall into groups: within a group everybody got everything, and between groups
 * nobody got anything. No overload does that; workers of one server that share no broker do.
 *
 * @param groups of user numbers; two at least
 */
public record SplitBoard(int board, List<List<Integer>> groups) {
  /** Messages of each user that each of its group got without a gap. */
  private static final int ENOUGH = 5;

  /**
   * Of two users, each of whom hears only itself, a server that loses a lot may make two groups.
   */
  private static final int FEWEST_USERS = 3;

  public SplitBoard {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /**
   * The first one among the first {@code users}; those who got too little of their own count not.
   * Of boards that other drivers have users of nothing is said.
   */
  static Optional<SplitBoard> find(BoardShare share, ReceiverWindows windows, int users) {
    if (share.boards().areShared()) {
      return Optional.empty();
    }
    return IntStream.range(0, Math.min(users, share.boards().boards()))
        .filter(share::has) // the first boards' first users have the boards' numbers
        .mapToObj(board -> of(board, share.boards(), windows, users))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<SplitBoard> of(
      int board, BoardAssignment boards, ReceiverWindows windows, int users) {
    List<Integer> members =
        IntStream.range(0, users)
            .filter(user -> boards.boardOf(user) == board)
            .filter(user -> windows.inRow(user, boards.placeOf(user)) >= ENOUGH)
            .boxed()
            .toList();
    if (members.size() < FEWEST_USERS || !isAllOrNothing(members, boards, windows)) {
      return Optional.empty();
    }
    return IsolatedGroups.of(
            members,
            (receiver, sender) -> windows.inRow(receiver, boards.placeOf(sender)) >= ENOUGH)
        .map(groups -> new SplitBoard(board, groups));
  }

  /** Whether everybody got each one's messages without a gap or not at all. */
  private static boolean isAllOrNothing(
      List<Integer> members, BoardAssignment boards, ReceiverWindows windows) {
    for (int receiver : members) {
      for (int sender : members) {
        int inRow = windows.inRow(receiver, boards.placeOf(sender));
        if (inRow != 0 && inRow < ENOUGH) {
          return false;
        }
      }
    }
    return true;
  }
}
