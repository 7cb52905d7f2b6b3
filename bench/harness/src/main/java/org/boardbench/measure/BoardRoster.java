package org.boardbench.measure;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Who is on which board now, such that the set of users expected to get a message is exact though
 * senders and receivers live on different loops.
 *
 * <p>Each board has one atomic word: how many joins it has seen (upper half) and how many members
 * it has (lower half). A message keeps the word of the moment of its sending; a user is expected to
 * get it if and only if the user's own join was among the joins of that word. Joins and leaves of a
 * user come from the loop that owns it; words may be read by any thread.
 */
final class BoardRoster {
  private static final long ONE_JOIN = (1L << 32) + 1;
  private static final int ABSENT = Integer.MAX_VALUE;

  private final Boards boards;
  private final AtomicLongArray words;
  private final int[] joinOrdinals;

  BoardRoster(Boards boards) {
    this.boards = boards;
    this.words = new AtomicLongArray(boards.number());
    this.joinOrdinals = new int[boards.users()];
    Arrays.fill(joinOrdinals, ABSENT);
  }

  /** Returns false when {@code user} was a member already. */
  boolean join(int user) {
    if (joinOrdinals[user] != ABSENT) {
      return false;
    }
    joinOrdinals[user] = joins(words.addAndGet(boards.boardOf(user), ONE_JOIN));
    return true;
  }

  /** Returns false when {@code user} was no member. */
  boolean leave(int user) {
    if (joinOrdinals[user] == ABSENT) {
      return false;
    }
    joinOrdinals[user] = ABSENT;
    words.getAndDecrement(boards.boardOf(user));
    return true;
  }

  /** The word to keep with a message that {@code sender} publishes now. */
  long wordFor(int sender) {
    return words.get(boards.boardOf(sender));
  }

  /** How many users the message that keeps {@code word} is expected at. */
  static int members(long word) {
    return (int) word;
  }

  /** Whether {@code user}, of that board, is among them. Called by the loop that owns the user. */
  boolean expects(long word, int user) {
    return joinOrdinals[user] <= joins(word);
  }

  /** Members of all boards. */
  int members() {
    int members = 0;
    for (int board = 0; board < words.length(); board++) {
      members += members(words.get(board));
    }
    return members;
  }

  private static int joins(long word) {
    return (int) (word >>> 32);
  }
}
