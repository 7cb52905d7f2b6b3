package org.boardbench.browser.check;

import java.time.Duration;

/**
 * A delay that is known.
 *
 * @param draw added before a page draws what it got
 * @param server for which the server keeps every delivery
 */
record DelayCase(Duration draw, Duration server) {
  static DelayCase ofDraw(int ms) {
    return new DelayCase(Duration.ofMillis(ms), Duration.ZERO);
  }

  static DelayCase ofServer(int ms) {
    return new DelayCase(Duration.ZERO, Duration.ofMillis(ms));
  }

  long totalMs() {
    return draw.plus(server).toMillis();
  }

  /** {@code 50 ms in the draw}. */
  String title() {
    if (totalMs() == 0) {
      return "no delay";
    }
    return totalMs() + " ms " + (draw.isZero() ? "in the server" : "in the draw");
  }
}
