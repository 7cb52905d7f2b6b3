package org.boardbench.account.ledger;

import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * For every receiver and sender of a board the next sequence number after the highest seen, and
 * which of the 64 before it were seen. A receiver's part is touched only by the loop that owns the
 * receiver.
 *
 * <p>A delivery further back than the window cannot be told from a duplicate. It counts as one, so
 * that a loss can never be hidden: if it was the first after all, the message stays lost.
 *
 * <p>There is one such place for each pair of users, so it is one word as long as the window has no
 * gap above its oldest number seen, which is how an orderly server keeps it. The windows of others
 * are in blocks that come with a receiver's first gap from one of the block's senders.
 */
final class ReceiverWindows {
  /** What a delivery was to its receiver. */
  enum Arrival {
    /** Above every sequence number seen from that sender. */
    IN_ORDER,
    /** Below the highest seen, and seen for the first time (RFC 4737 takes the first copy only). */
    REORDERED,
    /** Seen already, or too old to tell. */
    DUPLICATE
  }

  /** What one sender takes at one receiver while no message is missing. */
  static final int BYTES = Integer.BYTES;

  /** What it takes once one was, when that is so of every sender; the last two are the blocks'. */
  static final int BYTES_WITH_GAPS = BYTES + Long.BYTES + 1;

  private static final int WIDTH = Long.SIZE;

  // A word that is not negative holds the next sequence number and, below, how many numbers before
  // it were seen without a gap, less one. A negative one holds the next sequence number alone.
  private static final int RUN_BITS = 6;
  private static final int LONGEST_RUN = WIDTH - 1;
  private static final int MOST_NEXT = Integer.MAX_VALUE >>> RUN_BITS;

  private static final int BLOCK_BITS = 5;
  private static final int BLOCK_PLACES = 1 << BLOCK_BITS;

  private final BoardShare share;
  private final int places;
  private final int[][] byReceiver;

  /** By receiver and block of senders; bit i stands for sequence number next − 1 − i. */
  private final long[][][] windows;

  ReceiverWindows(BoardShare share) {
    this.share = share;
    BoardAssignment boards = share.boards();
    places = boards.places();
    byReceiver = new int[boards.users()][];
    windows = new long[boards.users()][][];
  }

  /** Makes room for the first {@code users} users; called while no loop writes. */
  void coverUsers(int users) {
    share
        .users(users)
        .filter(user -> byReceiver[user] == null)
        .forEach(user -> byReceiver[user] = new int[places]);
  }

  /** Notes that {@code receiver} got a message of the user at {@code senderPlace} of its board. */
  Arrival arrived(int receiver, int senderPlace, int sequence) {
    int[] words = byReceiver[receiver];
    int word = words[senderPlace];
    if (word >= 0 && word >>> RUN_BITS == sequence && sequence < MOST_NEXT) {
      // Bits of a run are one less than it is long, and before the first message there is none.
      int run = word == 0 ? 0 : Math.min(LONGEST_RUN, (word & LONGEST_RUN) + 1);
      words[senderPlace] = (sequence + 1) << RUN_BITS | run;
      return Arrival.IN_ORDER;
    }
    return outOfStep(receiver, senderPlace, sequence);
  }

  private Arrival outOfStep(int receiver, int place, int sequence) {
    int next = next(receiver, place);
    long window = window(receiver, place);
    if (sequence >= next) {
      int ahead = sequence - next + 1;
      keep(receiver, place, sequence + 1, ahead >= WIDTH ? 1 : (window << ahead) | 1);
      return Arrival.IN_ORDER;
    }
    int back = next - 1 - sequence;
    if (back >= WIDTH || ((window >>> back) & 1) != 0) {
      return Arrival.DUPLICATE;
    }
    keep(receiver, place, next, window | 1L << back);
    return Arrival.REORDERED;
  }

  /** The sequence number after the highest that {@code receiver} got of the user there. */
  int next(int receiver, int senderPlace) {
    int word = byReceiver[receiver][senderPlace];
    return word >= 0 ? word >>> RUN_BITS : word & Integer.MAX_VALUE;
  }

  /** Which of the 64 sequence numbers before that it got: bit i stands for next − 1 − i. */
  long window(int receiver, int senderPlace) {
    int word = byReceiver[receiver][senderPlace];
    return word >= 0
        ? seenInRow(word)
        : windows[receiver][senderPlace >> BLOCK_BITS][at(senderPlace)];
  }

  /**
   * How many messages in a row, the latest first, {@code receiver} got of the user at {@code
   * senderPlace}: 64 at most, 0 when it never got one, negative when one of the 64 is missing.
   */
  int inRow(int receiver, int senderPlace) {
    int word = byReceiver[receiver][senderPlace];
    if (word <= 0) {
      return word == 0 ? 0 : -1;
    }
    return (word & LONGEST_RUN) + 1;
  }

  /** Of a word of its own; the first one of all has seen nothing. */
  private static long seenInRow(int word) {
    return word == 0 ? 0 : -1L >>> (LONGEST_RUN - (word & LONGEST_RUN));
  }

  /**
   * @param window has its lowest bit set: the highest sequence number was seen
   */
  private void keep(int receiver, int place, int next, long window) {
    boolean hasNoGap = (window & (window + 1)) == 0;
    if (hasNoGap && next <= MOST_NEXT) {
      byReceiver[receiver][place] = next << RUN_BITS | (Long.bitCount(window) - 1);
      return;
    }
    byReceiver[receiver][place] = next | Integer.MIN_VALUE;
    block(receiver, place >> BLOCK_BITS)[at(place)] = window;
  }

  private long[] block(int receiver, int number) {
    if (windows[receiver] == null) {
      windows[receiver] = new long[(places + BLOCK_PLACES - 1) >> BLOCK_BITS][];
    }
    long[][] blocks = windows[receiver];
    if (blocks[number] == null) {
      blocks[number] = new long[Math.min(BLOCK_PLACES, places - (number << BLOCK_BITS))];
    }
    return blocks[number];
  }

  private static int at(int place) {
    return place & (BLOCK_PLACES - 1);
  }
}
