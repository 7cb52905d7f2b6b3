package org.boardbench.scenario.message;

import org.boardbench.core.Seeds;

/** Sizes in bytes of UTF-8, each from the smallest to the largest as likely as the others. */
public record PayloadSizes(int smallestBytes, int largestBytes) {
  public PayloadSizes {
    if (smallestBytes > largestBytes) {
      throw new IllegalArgumentException("the smallest is above the largest");
    }
  }

  /** All messages have {@code bytes} bytes. */
  public static PayloadSizes of(int bytes) {
    return new PayloadSizes(bytes, bytes);
  }

  public double meanBytes() {
    return (smallestBytes + (double) largestBytes) / 2;
  }

  /** The size of message {@code n}; the same each time. */
  public int bytes(long seed, long n) {
    if (smallestBytes == largestBytes) {
      return smallestBytes;
    }
    long sizes = largestBytes - smallestBytes + 1L;
    long chance = Seeds.mix(seed, n) >>> Integer.SIZE;
    return smallestBytes + (int) ((chance * sizes) >>> Integer.SIZE);
  }
}
