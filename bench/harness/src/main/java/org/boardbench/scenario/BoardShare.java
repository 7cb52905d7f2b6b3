package org.boardbench.scenario;

import java.util.stream.IntStream;

/**
 * The users of one driver: all those of its boards or, where drivers share boards, some of each.
 * Users and boards keep the numbers that they have in the whole.
 *
 * @param driver counts from 0
 */
public record BoardShare(BoardAssignment boards, int driver) {
  /**
   * @throws IllegalArgumentException when there is no such driver
   */
  public BoardShare {
    if (driver < 0 || driver >= boards.drivers()) {
      throw new IllegalArgumentException("driver " + driver + " of " + boards.drivers());
    }
  }

  /** All boards, for a driver that is alone. */
  public static BoardShare whole(int boards, int users) {
    return new BoardShare(new BoardAssignment(boards, users, 1), 0);
  }

  public boolean has(int user) {
    return boards.driverOf(user) == driver;
  }

  /**
   * Those among the first {@code users} of the whole that it has, in the order of their numbers.
   */
  public IntStream users(int users) {
    return IntStream.range(0, users).filter(this::has);
  }
}
