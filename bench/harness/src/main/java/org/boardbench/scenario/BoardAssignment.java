package org.boardbench.scenario;

/**
 * Where each user belongs: user {@code u} is on board {@code u % boards}, at place {@code u /
 * boards}, and each driver has a run of whole boards, so that no message concerns two of them.
 * Tables, because a division for each delivery would show. Immutable.
 */
public final class BoardAssignment {
  private final int boards;
  private final int drivers;
  private final int[] boardOf;
  private final int[] placeOf;

  /**
   * @throws IllegalArgumentException when there is not a board for each driver
   */
  public BoardAssignment(int boards, int users, int drivers) {
    if (drivers < 1 || drivers > boards) {
      throw new IllegalArgumentException(
          "1 to " + boards + " drivers for " + boards + " boards, not " + drivers);
    }
    this.boards = boards;
    this.drivers = drivers;
    this.boardOf = new int[users];
    this.placeOf = new int[users];
    for (int user = 0; user < users; user++) {
      boardOf[user] = user % boards;
      placeOf[user] = user / boards;
    }
  }

  public int boards() {
    return boards;
  }

  public int users() {
    return boardOf.length;
  }

  public int drivers() {
    return drivers;
  }

  public int boardOf(int user) {
    return boardOf[user];
  }

  public int placeOf(int user) {
    return placeOf[user];
  }

  /** Who is at {@code place} of {@code board}. */
  public int userAt(int board, int place) {
    return place * boards + board;
  }

  /** Which driver has {@code board}; counts from 0. */
  public int driverOf(int board) {
    return (int) ((long) board * drivers / boards);
  }

  /** How many of the first {@code users} are on {@code board}. */
  public int members(int board, int users) {
    return (users - board + boards - 1) / boards;
  }

  /** Members of the fullest board. */
  public int places() {
    return (users() + boards - 1) / boards;
  }
}
