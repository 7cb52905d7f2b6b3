package org.boardbench.view.terminal.text;

import java.time.Duration;

/** How long something has taken, and is likely to take. Thread-safe: a bar redraws itself. */
public interface Countdown {
  Duration elapsed();

  /** Whether anybody can tell what remains; until then it counts as nothing. */
  default boolean isKnown() {
    return true;
  }

  Duration remaining();

  /** What of it is done, from 0 to 1; 0 as long as what remains is not known. */
  default double share() {
    double elapsedNs = elapsed().toNanos();
    double wholeNs = elapsedNs + remaining().toNanos();
    return isKnown() && wholeNs > 0 ? elapsedNs / wholeNs : 0;
  }
}
