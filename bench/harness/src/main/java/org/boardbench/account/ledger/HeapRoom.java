package org.boardbench.account.ledger;

import java.lang.ref.Reference;

/**
 * Room in the heap for what is kept of each second of a long stage, made before that begins. A
 * serial collector would rather let the heap grow than collect what lies before it, so that the
 * program's memory would rise throughout a hold, and take its time for new pages there.
 */
final class HeapRoom {
  /** What a heap has anyway. */
  private static final long LEAST_BYTES = 1 << 20;

  private static final int PART_BYTES = 1 << 20;

  private HeapRoom() {}

  /**
   * Makes it, and frees what is garbage by now. Takes some dozen milliseconds, for a large heap a
   * second; nothing at all for a stage that keeps next to nothing.
   *
   * @param bytes that will be kept
   */
  static void make(double bytes) {
    if (bytes < LEAST_BYTES) {
      return;
    }
    fill(new byte[(int) Math.ceil(bytes / PART_BYTES)][PART_BYTES]);
    System.gc(); // leaves their place to what will be kept
  }

  private static void fill(byte[][] parts) {
    try {
      System.gc(); // moves them to where lasting objects are
    } finally {
      Reference.reachabilityFence(parts);
    }
  }
}
