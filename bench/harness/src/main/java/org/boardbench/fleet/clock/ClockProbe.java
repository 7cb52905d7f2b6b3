package org.boardbench.fleet.clock;

/**
 * A question to another machine and its answer, with the four moments at which a packet left or
 * came.
 *
 * @param sentNs when the question left, by the asker's clock
 * @param cameNs when it came, by the other machine's clock
 * @param answeredNs when the answer left, by the other machine's clock
 * @param receivedNs when the answer came, by the asker's clock
 */
public record ClockProbe(long sentNs, long cameNs, long answeredNs, long receivedNs) {
  /** How long the two packets were under way together. */
  public long roundTripNs() {
    return receivedNs - sentNs - (answeredNs - cameNs);
  }

  /** The other clock is ahead by at most so much, since no packet comes before it has left. */
  long mostAheadNs() {
    return cameNs - sentNs;
  }

  /** Likewise by at least so much. */
  long leastAheadNs() {
    return answeredNs - receivedNs;
  }

  /** Half-way, by the asker's clock. */
  long middleNs() {
    return sentNs + (receivedNs - sentNs) / 2;
  }

  /** Whether these can be moments of a question and its answer. */
  boolean isPossible() {
    return receivedNs >= sentNs && answeredNs >= cameNs && roundTripNs() >= 0;
  }
}
