package org.boardbench.scenario;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each user belongs: user {@code u} is on board {@code u % boards}, at place {@code u /
 * boards}. Each driver has a run of whole boards, so that no message concerns two of them; where
 * there are fewer boards than drivers, all of them share each board, a place after the other.
 * Tables, because a division for each delivery would show. Immutable.
 */
public final class BoardAssignment {
  private final int boards;
  private final int drivers;

  /** By board; by place where boards are shared. */
  private final int[] driverOf;

  private final int[] boardOf;
  private final int[] placeOf;

  /**
   * @throws IllegalArgumentException when there is not a board for each driver
   */
  public BoardAssignment(int boards, int users, int drivers) {
    this(boards, users, drivers, inRuns(evenly(boards, drivers)));
  }

  private BoardAssignment(int boards, int users, int drivers, int[] driverOf) {
    this.boards = boards;
    this.drivers = drivers;
    this.driverOf = driverOf;
    this.boardOf = new int[users];
    this.placeOf = new int[users];
    for (int user = 0; user < users; user++) {
      boardOf[user] = user % boards;
      placeOf[user] = user / boards;
    }
  }

  /**
   * The same among drivers of which each has its own part.
   *
   * @param parts how many boards each driver has; where these are more drivers than boards, how
   *     many places of a board it has for those that each other one has
   * @throws IllegalArgumentException when a driver has none, or the boards are not all of them
   */
  public static BoardAssignment among(List<Integer> parts, int boards, int users) {
    int[] each = parts.stream().mapToInt(Integer::intValue).toArray();
    if (each.length == 0 || IntStream.of(each).anyMatch(part -> part < 1)) {
      throw new IllegalArgumentException("something at least for each driver, not " + parts);
    }
    if (boards < each.length) {
      return new BoardAssignment(boards, users, each.length, inTurn(each, boards, users));
    }
    int[] driverOf = inRuns(each);
    if (driverOf.length != boards) {
      throw new IllegalArgumentException(
          "%d boards are shared out, the plan has %d".formatted(driverOf.length, boards));
    }
    return new BoardAssignment(boards, users, each.length, driverOf);
  }

  private static int[] inRuns(int[] boardsOfEach) {
    return IntStream.range(0, boardsOfEach.length)
        .flatMap(driver -> IntStream.generate(() -> driver).limit(boardsOfEach[driver]))
        .toArray();
  }

  /** Each place goes to the driver that is furthest behind its part: also a few are well shared. */
  private static int[] inTurn(int[] parts, int boards, int users) {
    long sum = IntStream.of(parts).asLongStream().sum();
    long[] behind = new long[parts.length];
    int[] driverOf = new int[(users + boards - 1) / boards];
    for (int place = 0; place < driverOf.length; place++) {
      int next = 0;
      for (int driver = 0; driver < parts.length; driver++) {
        behind[driver] += parts[driver];
        next = behind[driver] > behind[next] ? driver : next;
      }
      behind[next] -= sum;
      driverOf[place] = next;
    }
    return driverOf;
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

  /** Which driver has {@code user}; counts from 0. */
  public int driverOf(int user) {
    return driverOf[areShared() ? placeOf[user] : boardOf[user]];
  }

  /** Whether a board's users belong to several drivers. */
  public boolean areShared() {
    return boards < drivers;
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
