package org.boardbench.account.ledger;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/**
 * Room in the heap for what a long stage will keep of its seconds, made before it begins. A serial
 * collector would rather let the heap grow than collect the garbage in it, so that the program's
 * memory would rise throughout a hold, and take its time for new pages there.
 */
final class HeapRoom {
  private static final int PART_BYTES = 1 << 20;

  /** What the part of the heap for what is new is called, in front. */
  private static final String EDEN = "Eden";

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
    touchEden();
  }

  /** These collections have enlarged it, and else its pages would come in the first minutes. */
  private static void touchEden() {
    long bytes =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().startsWith(EDEN))
            .mapToLong(pool -> pool.getUsage().getCommitted())
            .sum();
    long touched = 0;
    while (touched < bytes) {
      touched += new byte[PART_BYTES].length;
    }
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
