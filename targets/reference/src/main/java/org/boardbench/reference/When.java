package org.boardbench.reference;

import java.time.Duration;

/** When a fault happens. */
public sealed interface When {
  /** Not at all. */
  record Never() implements When {}

  /** At occasions {@code k}, {@code 2k}, {@code 3k}, …, counted from 1. */
  record Every(long k) implements When {
    public Every {
      if (k < 1) {
        throw new IllegalArgumentException("k must be 1 or more, was " + k);
      }
    }
  }

  /**
   * Once, at the first occasion when so much time has passed since the first join; a stall needs no
   * occasion.
   */
  record Once(Duration afterFirstJoin) implements When {}
}
