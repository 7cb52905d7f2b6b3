package org.boardbench.measure;

import org.boardbench.plan.WorkloadSpec;

/**
 * Where each user belongs: user {@code u} is on board {@code u % boards}, at place {@code u /
 * boards}. Tables, because a division for each delivery would show. Immutable.
 */
final class Boards {
  private final int number;
  private final int[] boardOf;
  private final int[] placeOf;

  Boards(WorkloadSpec workload, int maxUsers) {
    number = workload.boards();
    boardOf = new int[maxUsers];
    placeOf = new int[maxUsers];
    for (int user = 0; user < maxUsers; user++) {
      boardOf[user] = user % number;
      placeOf[user] = user / number;
    }
  }

  int number() {
    return number;
  }

  int users() {
    return boardOf.length;
  }

  int boardOf(int user) {
    return boardOf[user];
  }

  int placeOf(int user) {
    return placeOf[user];
  }

  /** How many of the first {@code users} are on {@code board}. */
  int members(int board, int users) {
    return (users - board + number - 1) / number;
  }

  /** Members of the fullest board. */
  int places() {
    return (users() + number - 1) / number;
  }
}
