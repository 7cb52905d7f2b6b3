package org.boardbench.driver.user;

import java.util.Arrays;

/**
 * When the users of a stage were out on purpose: what their schedules have in those times is not
 * asked for. A user's are written by the loop that owns it; read once the loops stand still.
 */
final class Absences {
  private static final long[] NONE = {};

  /** By user: from, to, from, to, in ns. The last one may go on without end. */
  private final long[][] byUser;

  Absences(int users) {
    byUser = new long[users][];
    Arrays.fill(byUser, NONE);
  }

  /** {@code user} is out from then on. */
  void begin(int user, long fromNs) {
    long[] before = byUser[user];
    byUser[user] = Arrays.copyOf(before, before.length + 2);
    byUser[user][before.length] = fromNs;
    byUser[user][before.length + 1] = Long.MAX_VALUE;
  }

  /** {@code user} is there again; what is due from then on counts. */
  void end(int user, long toNs) {
    long[] all = byUser[user];
    all[all.length - 1] = toNs;
  }

  boolean cover(int user, long timeNs) {
    long[] all = byUser[user];
    for (int at = 0; at < all.length && all[at] <= timeNs; at += 2) {
      if (timeNs < all[at + 1]) {
        return true;
      }
    }
    return false;
  }
}
