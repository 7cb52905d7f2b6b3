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

  /** What one sender takes at one receiver. */
  static final int BYTES = 12;

  private final int places;
  // Three words a sender, side by side to share a cache line: next sequence number, then low and
  // high half of the window; ints, because there is one such place for each pair of users. Bit i of
  // the window stands for sequence number next − 1 − i.
  private final int[][] byReceiver;

  ReceiverWindows(Boards boards) {
    places = boards.places();
    byReceiver = new int[boards.users()][];
  }

  /** Makes room for the first {@code users} users; called while no loop writes. */
  void coverUsers(int users) {
    for (int user = 0; user < users; user++) {
      if (byReceiver[user] == null) {
        byReceiver[user] = new int[3 * places];
      }
    }
  }

  /** Notes that {@code receiver} got a message of the user at {@code senderPlace} of its board. */
  Arrival arrived(int receiver, int senderPlace, int sequence) {
    int[] words = byReceiver[receiver];
    int at = 3 * senderPlace;
    int next = words[at];
    if (sequence >= next) {
      int ahead = sequence - next + 1;
      words[at] = sequence + 1;
      setWindow(words, at, ahead >= WIDTH ? 1 : (window(words, at) << ahead) | 1);
      return Arrival.IN_ORDER;
    }
    int back = next - 1 - sequence;
    if (back >= WIDTH || ((window(words, at) >>> back) & 1) != 0) {
      return Arrival.DUPLICATE;
    }
    setWindow(words, at, window(words, at) | 1L << back);
    return Arrival.REORDERED;
  }

  private static long window(int[] words, int at) {
    return Integer.toUnsignedLong(words[at + 1]) | (long) words[at + 2] << Integer.SIZE;
  }

  private static void setWindow(int[] words, int at, long window) {
    words[at + 1] = (int) window;
    words[at + 2] = (int) (window >>> Integer.SIZE);
  }
}
