package org.boardbench.account.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.boardbench.account.result.BoardBooks.Stay;
import org.boardbench.scenario.BoardAssignment;

/**
 * Since when users are members of boards that several drivers share: of a message that another
 * driver's user sent, its time is all that says whether a user was there before it. Each user's
 * loop tells of it; what has ended may be taken while no loop runs.
 */
final class Stays {
  /**
   * Whoever has joined for so long was there for certain: more than clocks of two drivers may
   * differ by, and less than anybody waits before a hold.
   */
  static final long CERTAIN_NS = 100_000_000;

  private static final long NOT_THERE = Long.MAX_VALUE;

  private final BoardAssignment boards;
  private final long[] fromNs;
  private final Queue<Stay> ended = new ConcurrentLinkedQueue<>();

  /** Of nobody where the boards are not shared. */
  Stays(BoardAssignment boards) {
    this.boards = boards;
    this.fromNs = new long[boards.areShared() ? boards.users() : 0];
    Arrays.fill(fromNs, NOT_THERE);
  }

  void joined(int user, long nowNs) {
    if (boards.areShared()) {
      fromNs[user] = nowNs + CERTAIN_NS;
    }
  }

  /** Does nothing when it was not there. */
  void left(int user, long nowNs) {
    if (boards.areShared() && fromNs[user] != NOT_THERE) {
      // Who has left before it was certain was never expected.
      ended.add(new Stay(boards.boardOf(user), Math.min(fromNs[user], nowNs), nowNs));
      fromNs[user] = NOT_THERE;
    }
  }

  /** Whether {@code user} was there for certain when a message was sent then. */
  boolean has(int user, long sentNs) {
    return fromNs[user] < sentNs;
  }

  /** Those that have ended since the last call, and all that last. */
  List<Stay> take() {
    List<Stay> all = new ArrayList<>();
    for (Stay one = ended.poll(); one != null; one = ended.poll()) {
      all.add(one);
    }
    IntStream.range(0, fromNs.length)
        .filter(user -> fromNs[user] != NOT_THERE)
        .mapToObj(user -> new Stay(boards.boardOf(user), fromNs[user], Long.MAX_VALUE))
        .forEach(all::add);
    return all;
  }
}
