package org.boardbench.account.result;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How many users of one driver were members of a board at a time. */
final class Members {
  /** Times at which somebody came or left, in their order. */
  private static final class Changes {
    private final long[] fromNs;
    private final long[] untilNs;

    Changes(List<BoardBooks.Stay> stays) {
      fromNs = sorted(stays, BoardBooks.Stay::fromNs);
      untilNs = sorted(stays, BoardBooks.Stay::untilNs);
    }

    private static long[] sorted(
        List<BoardBooks.Stay> stays, ToLongFunction<BoardBooks.Stay> timeNs) {
      return stays.stream().mapToLong(timeNs).sorted().toArray();
    }
  }

  private final Map<Integer, Changes> byBoard;

  private Members(Map<Integer, Changes> byBoard) {
    this.byBoard = byBoard;
  }

  static Members of(List<BoardBooks.Stay> stays) {
    Map<Integer, Changes> byBoard = new HashMap<>();
    stays.stream()
        .collect(Collectors.groupingBy(BoardBooks.Stay::board))
        .forEach((board, ofBoard) -> byBoard.put(board, new Changes(ofBoard)));
    return new Members(byBoard);
  }

  /** Those who had come before that moment, and did not leave before it. */
  int at(int board, long timeNs) {
    Changes changes = byBoard.get(board);
    return changes == null ? 0 : before(changes.fromNs, timeNs) - before(changes.untilNs, timeNs);
  }

  /** How many of these times, in their order, are before that one. */
  private static int before(long[] timesNs, long timeNs) {
    int at = Arrays.binarySearch(timesNs, timeNs);
    int first = at < 0 ? -at - 1 : at;
    while (first > 0 && timesNs[first - 1] == timeNs) {
      first--;
    }
    return first;
  }
}
