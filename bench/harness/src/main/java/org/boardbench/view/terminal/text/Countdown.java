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

  /** Whether it may be over before. */
  default boolean isAtMost() {
    return false;
  }

  /** {@code 12 min}, {@code at most 12 min}. */
  default String words() {
    return (isAtMost() ? "at most " : "") + Figures.about(remaining());
  }

  /** What of it is done, from 0 to 1; 0 as long as what remains is not known. */
  default double share() {
    double elapsedNs = elapsed().toNanos();
    double wholeNs = elapsedNs + remaining().toNanos();
    return isKnown() && wholeNs > 0 ? elapsedNs / wholeNs : 0;
  }
}
