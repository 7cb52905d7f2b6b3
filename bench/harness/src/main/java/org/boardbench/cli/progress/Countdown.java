package org.boardbench.cli.progress;

import java.time.Duration;

/** How long something has taken, and is likely to take. Thread-safe: a bar redraws itself. */
public interface Countdown {
  Duration elapsed();

  Duration remaining();

  /** What of it is done, from 0 to 1. */
  double share();
}
