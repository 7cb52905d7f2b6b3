package org.boardbench.measure;

/**
 * For every receiver and sender of a board the next sequence number after the highest seen, and
 * which of the 64 before it were seen. A receiver's part is touched only by the loop that owns the
 * receiver.
 *
 * <p>A delivery further back than the window cannot be told from a duplicate. It counts as one, so
 * that a loss can never be hidden: if it was the first after all, the message stays lost.
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

  private static final int WIDTH = Long.SIZE;

  private final int places;
  // Two words a sender, side by side to share a cache line: next sequence number, window. Bit i of
  // the window stands for sequence number next − 1 − i.
  private final long[][] byReceiver;

  ReceiverWindows(Boards boards) {
    places = boards.places();
    byReceiver = new long[boards.users()][];
  }

  /** Makes room for the first {@code users} users; called while no loop writes. */
  void coverUsers(int users) {
    for (int user = 0; user < users; user++) {
      if (byReceiver[user] == null) {
        byReceiver[user] = new long[2 * places];
      }
    }
  }

  /** Notes that {@code receiver} got a message of the user at {@code senderPlace} of its board. */
  Arrival arrived(int receiver, int senderPlace, long sequence) {
    long[] words = byReceiver[receiver];
    int at = 2 * senderPlace;
    long next = words[at];
    if (sequence >= next) {
      long ahead = sequence - next + 1;
      words[at] = sequence + 1;
      words[at + 1] = ahead >= WIDTH ? 1 : (words[at + 1] << ahead) | 1;
      return Arrival.IN_ORDER;
    }
    long back = next - 1 - sequence;
    if (back >= WIDTH || ((words[at + 1] >>> back) & 1) != 0) {
      return Arrival.DUPLICATE;
    }
    words[at + 1] |= 1L << back;
    return Arrival.REORDERED;
  }
}
