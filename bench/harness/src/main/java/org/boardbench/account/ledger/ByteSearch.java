package org.boardbench.account.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for a short text in bytes, by Horspool's search. Immutable; allocates nothing to search.
 */
final class ByteSearch {
  private final byte[] key;
  private final byte[] steps = new byte[256];

  /**
   * @param key ASCII, at most 100 characters
   */
  ByteSearch(String key) {
    this.key = key.getBytes(StandardCharsets.US_ASCII);
    int last = this.key.length - 1;
    Arrays.fill(steps, (byte) this.key.length);
    for (int i = 0; i < last; i++) {
      steps[this.key[i]] = (byte) (last - i);
    }
  }

  boolean isIn(byte[] bytes, int from, int end) {
    int at = from;
    while (at + key.length <= end) {
      if (Arrays.equals(bytes, at, at + key.length, key, 0, key.length)) {
        return true;
      }
      at += steps[bytes[at + key.length - 1] & 0xff];
    }
    return false;
  }
}
