package org.boardbench.browser.felt;

import java.util.Random;
import org.boardbench.browser.chromium.BoardPage;
import org.boardbench.browser.chromium.BoardPage.Pen;
import org.boardbench.browser.chromium.BrowserFailure;

/**
 * A pen that draws loops on a page, and lifts itself now and then. Its movements are at random
 * times, so that they meet the browser's frames in all phases alike.
 */
final class PenPath {
  private static final int MOVES_A_STROKE = 40;
  private static final double LEFT = 90;
  private static final double TOP = 120;
  private static final double WIDTH = 640;
  private static final double HEIGHT = 400;
  private static final double TURN = 0.35;

  /** Of the interval, how much earlier or later a movement may come. */
  private static final double JITTER = 0.4;

  private final Random random;
  private final double intervalNs;
  private long moves;

  /**
   * @param rate movements a second
   */
  PenPath(double rate, long seed) {
    this.random = new Random(seed);
    this.intervalNs = 1e9 / rate;
  }

  /** How long until the next movement. */
  long pauseNs() {
    return Math.round(intervalNs * (1 + JITTER * (2 * random.nextDouble() - 1)));
  }

  /** Moves once; puts itself down before, where it is not. */
  void move(BoardPage page) throws BrowserFailure {
    if (moves % MOVES_A_STROKE == 0) {
      if (moves > 0) {
        page.pen(Pen.UP, x(moves), y(moves));
      }
      page.pen(Pen.DOWN, x(moves), y(moves));
    }
    moves++;
    page.pen(Pen.MOVE, x(moves), y(moves));
  }

  /** Lifts itself. */
  void end(BoardPage page) throws BrowserFailure {
    if (moves > 0) {
      page.pen(Pen.UP, x(moves), y(moves));
    }
  }

  /** Two frequencies that do not meet again soon. */
  private static double x(long move) {
    return LEFT + WIDTH * (1 + Math.sin(TURN * move)) / 2;
  }

  private static double y(long move) {
    return TOP + HEIGHT * (1 + Math.cos(TURN * 0.618 * move)) / 2;
  }
}
