package org.boardbench.account.ledger;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * Who is on which board now, such that the set of users expected to get a message is exact though
 * senders and receivers live on different loops.
 *
 * <p>Each board has one atomic word: how many joins and goings it has seen (upper half), how many
 * of its planned members are away (16 bits) and how many it has (16 bits). A message keeps the word
 * of the moment of its sending; a user is expected to get it if and only if the user's own join was
 * among the changes of that word, and its own going was not. Changes of a user come from the loop
 * that owns it; words may be read by any thread.
 *
 * <p>A user who {@linkplain #goOut goes out} does so on purpose: it is neither a member nor away
 * until it joins or {@linkplain #keptAway is kept away}. What was sent before is still expected at
 * it, as long as it keeps its connection for that: until {@link #leave}.
 */
final class BoardRoster {
  private static final int AWAY_SHIFT = 16;
  private static final int MOST_MEMBERS = (1 << AWAY_SHIFT) - 1;
  private static final long ONE_AWAY = 1L << AWAY_SHIFT;
  private static final long ONE_CHANGE = 1L << 32;
  private static final int ABSENT = Integer.MAX_VALUE;
  private static final int NOT_GONE = Integer.MAX_VALUE;

  private final BoardShare share;
  private final BoardAssignment boards;
  private final AtomicLongArray words;
  private final int[] joinOrdinals;

  /** Of a user who has gone out and not left; a message with this change or a later one is late. */
  private final int[] goneOrdinals;

  /** Who is not there on purpose. */
  private final boolean[] out;

  /** Users from this number on belong to no board of the stage. */
  private int planned;

  BoardRoster(BoardShare share) {
    this.share = share;
    this.boards = share.boards();
    this.words = new AtomicLongArray(boards.boards());
    this.joinOrdinals = new int[boards.users()];
    Arrays.fill(joinOrdinals, ABSENT);
    this.goneOrdinals = new int[boards.users()];
    Arrays.fill(goneOrdinals, NOT_GONE);
    this.out = new boolean[boards.users()];
    if (boards.places() > MOST_MEMBERS) {
      throw new IllegalArgumentException("at most " + MOST_MEMBERS + " users on one board");
    }
    plan(boards.users());
  }

  /**
   * From now on the first {@code users} are those who ought to be there, whether they had gone out
   * or not. Called while no loop runs.
   */
  void plan(int users) {
    planned = users;
    Arrays.fill(out, false);
    for (int board = 0; board < words.length(); board++) {
      words.set(board, words.get(board) & ~((long) MOST_MEMBERS << AWAY_SHIFT));
    }
    share
        .users(users)
        .filter(user -> !isMember(user))
        .forEach(user -> words.addAndGet(boards.boardOf(user), ONE_AWAY));
  }

  /** Returns false when {@code user} was a member already. */
  boolean join(int user) {
    if (isMember(user)) {
      return false;
    }
    long change = ONE_CHANGE + 1 - oneAway(user);
    out[user] = false;
    goneOrdinals[user] = NOT_GONE;
    joinOrdinals[user] = changes(words.addAndGet(boards.boardOf(user), change));
    return true;
  }

  /**
   * Nothing is expected at {@code user} any more. Returns false when it was no member; who had gone
   * out was none.
   */
  boolean leave(int user) {
    boolean wasMember = isMember(user);
    joinOrdinals[user] = ABSENT;
    goneOrdinals[user] = NOT_GONE;
    if (wasMember) {
      words.addAndGet(boards.boardOf(user), oneAway(user) - 1);
    }
    return wasMember;
  }

  /**
   * {@code user} is not there on purpose from now on: what is sent is neither expected at it nor
   * missed by it. Returns false when it was no member.
   */
  boolean goOut(int user) {
    boolean isMember = isMember(user);
    int board = boards.boardOf(user);
    if (isMember) {
      goneOrdinals[user] = changes(words.addAndGet(board, ONE_CHANGE - 1));
    } else {
      words.addAndGet(board, -oneAway(user));
    }
    out[user] = true;
    return isMember;
  }

  /** Who had gone out is to be there again, and could not join: it is away from now on. */
  void keptAway(int user) {
    if (out[user]) {
      out[user] = false;
      words.addAndGet(boards.boardOf(user), oneAway(user));
    }
  }

  private boolean isMember(int user) {
    return joinOrdinals[user] != ABSENT && goneOrdinals[user] == NOT_GONE;
  }

  private long oneAway(int user) {
    return user < planned && !out[user] ? ONE_AWAY : 0;
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
    int changes = changes(word);
    return joinOrdinals[user] <= changes && changes < goneOrdinals[user];
  }

  /** Whether the message that keeps {@code word} was sent after {@code user} had gone out. */
  boolean isAfterGoing(long word, int user) {
    return changes(word) >= goneOrdinals[user];
  }

  /** How many users were to be at {@code sender}'s board now: its members, and those away. */
  int owed(int sender) {
    long word = wordFor(sender);
    return members(word) + away(word);
  }

  /** Members of all boards. */
  int members() {
    int members = 0;
    for (int board = 0; board < words.length(); board++) {
      members += members(words.get(board));
    }
    return members;
  }

  private static int changes(long word) {
    return (int) (word >>> 32);
  }
}
