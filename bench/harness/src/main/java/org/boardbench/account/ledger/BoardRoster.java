package org.boardbench.account.ledger;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * Who is on which board now, such that the set of users expected to get a message is exact though
 * senders and receivers live on different loops.
 *
 * <p>Each board has one atomic word: how many joins it has seen (upper half), how many of its
 * planned members are away (16 bits) and how many it has (16 bits). A message keeps the word of the
 * moment of its sending; a user is expected to get it if and only if the user's own join was among
 * the joins of that word. Joins and leaves of a user come from the loop that owns it; words may be
 * read by any thread.
 */
final class BoardRoster {
  private static final int AWAY_SHIFT = 16;
  private static final int MOST_MEMBERS = (1 << AWAY_SHIFT) - 1;
  private static final long ONE_AWAY = 1L << AWAY_SHIFT;
  private static final long ONE_JOIN = (1L << 32) + 1;
  private static final int ABSENT = Integer.MAX_VALUE;

  private final BoardShare share;
  private final BoardAssignment boards;
  private final AtomicLongArray words;
  private final int[] joinOrdinals;

  /** Users from this number on belong to no board of the stage. */
  private int planned;

  BoardRoster(BoardShare share) {
    this.share = share;
    this.boards = share.boards();
    this.words = new AtomicLongArray(boards.boards());
    this.joinOrdinals = new int[boards.users()];
    Arrays.fill(joinOrdinals, ABSENT);
    if (boards.places() > MOST_MEMBERS) {
      throw new IllegalArgumentException("at most " + MOST_MEMBERS + " users on one board");
    }
    plan(boards.users());
  }

  /**
   * From now on the first {@code users} are those who ought to be there. Called while no loop runs.
   */
  void plan(int users) {
    planned = users;
    for (int board = 0; board < words.length(); board++) {
      words.set(board, words.get(board) & ~((long) MOST_MEMBERS << AWAY_SHIFT));
    }
    share
        .users(users)
        .filter(user -> joinOrdinals[user] == ABSENT)
        .forEach(user -> words.addAndGet(boards.boardOf(user), ONE_AWAY));
  }

  /** Returns false when {@code user} was a member already. */
  boolean join(int user) {
    if (joinOrdinals[user] != ABSENT) {
      return false;
    }
    joinOrdinals[user] = joins(words.addAndGet(boards.boardOf(user), ONE_JOIN - oneAway(user)));
    return true;
  }

  /** Returns false when {@code user} was no member. */
  boolean leave(int user) {
    if (joinOrdinals[user] == ABSENT) {
      return false;
    }
    joinOrdinals[user] = ABSENT;
    words.addAndGet(boards.boardOf(user), oneAway(user) - 1);
    return true;
  }

  private long oneAway(int user) {
    return user < planned ? ONE_AWAY : 0;
  }

  /** The word to keep with a message that {@code sender} publishes now. */
  long wordFor(int sender) {
    return words.get(boards.boardOf(sender));
  }

  /** How many users the message that keeps {@code word} is expected at. */
  static int members(long word) {
    return (int) word & MOST_MEMBERS;
  }

  /** How many planned members of its board were away when the message that keeps it was sent. */
  static int away(long word) {
    return (int) word >>> AWAY_SHIFT;
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
