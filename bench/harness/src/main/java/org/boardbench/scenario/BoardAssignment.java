package org.boardbench.scenario;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each user belongs: user {@code u} is on board {@code u % boards}, at place {@code u /
 * boards}, and each driver has a run of whole boards, so that no message concerns two of them.
 * Tables, because a division for each delivery would show. Immutable.
 */
public final class BoardAssignment {
  private final int boards;
  private final int drivers;
  private final int[] driverOf;
  private final int[] boardOf;
  private final int[] placeOf;

  /**
   * @throws IllegalArgumentException when there is not a board for each driver
   */
  public BoardAssignment(int boards, int users, int drivers) {
    this(evenly(boards, drivers), users);
  }

  private BoardAssignment(int[] boardsOfEach, int users) {
    this.drivers = boardsOfEach.length;
    this.driverOf =
        IntStream.range(0, drivers)
            .flatMap(driver -> IntStream.generate(() -> driver).limit(boardsOfEach[driver]))
            .toArray();
    this.boards = driverOf.length;
    this.boardOf = new int[users];
    this.placeOf = new int[users];
    for (int user = 0; user < users; user++) {
      boardOf[user] = user % boards;
      placeOf[user] = user / boards;
    }
  }

  /**
   * The same with so many boards for each driver.
   *
   * @throws IllegalArgumentException when there is not a board for each driver
   */
  public static BoardAssignment inRuns(List<Integer> boardsOfEach, int users) {
    if (boardsOfEach.isEmpty() || boardsOfEach.stream().anyMatch(boards -> boards < 1)) {
      throw new IllegalArgumentException("a board at least for each driver, not " + boardsOfEach);
    }
    return new BoardAssignment(boardsOfEach.stream().mapToInt(Integer::intValue).toArray(), users);
  }

  private static int[] evenly(int boards, int drivers) {
    if (drivers < 1 || drivers > boards) {
      throw new IllegalArgumentException(
          "1 to " + boards + " drivers for " + boards + " boards, not " + drivers);
    }
    int[] each = new int[drivers];
    for (int board = 0; board < boards; board++) {
      each[(int) ((long) board * drivers / boards)]++;
    }
    return each;
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
    return driverOf[board];
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
