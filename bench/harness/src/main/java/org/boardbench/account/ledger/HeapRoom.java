package org.boardbench.account.ledger;

import java.lang.ref.Reference;

/**
 * Room in the heap for what a long stage will keep of its seconds, made before it begins. A serial
 * collector would rather let the heap grow than collect the garbage in it, so that the program's
 * memory would rise throughout a hold, and take its time for new pages there. Where the heap's
 * pages come when it grows ({@code AlwaysPreTouch}), all of the room has them then, also that for
 * what is new, which these collections enlarge.
 */
final class HeapRoom {
  private static final int PART_BYTES = 1 << 20;

  private HeapRoom() {}

  /**
   * Makes it, and frees what is garbage by now. Takes some dozen milliseconds, for a large heap a
   * second or more.
   *
   * @param bytes that will be kept
   */
  static void make(double bytes) {
    fill(new byte[(int) Math.ceil(bytes / PART_BYTES)][PART_BYTES]);
    System.gc(); // leaves their place to what will be kept
  }

  private static void fill(byte[][] parts) {
    try {
      System.gc(); // makes the old generation large enough for them
      System.gc(); // moves them there
    } finally {
      Reference.reachabilityFence(parts);
    }
  }
}
