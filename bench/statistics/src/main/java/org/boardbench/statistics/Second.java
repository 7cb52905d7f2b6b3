package org.boardbench.statistics;

/**
 * The messages of one second of a hold.
 *
 * @param messages at least two
 * @param mean of their times
 * @param variance of their times, that of a sample (divided by one less than there are)
 */
public record Second(long messages, double mean, double variance) {
  public Second {
    if (messages < 2) {
      throw new IllegalArgumentException("messages must be at least 2: " + messages);
    }
  }
}
