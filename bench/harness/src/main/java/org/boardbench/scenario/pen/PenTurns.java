package org.boardbench.scenario.pen;

/** When somebody writes and when they do not. Used by one thread; allocates nothing. */
@FunctionalInterface
public interface PenTurns {
  /**
   * When the next stroke begins, in seconds from the start.
   *
   * @param earliestS when the pause behind the last stroke is over; 0 for the first one
   * @return not before that
   */
  double nextS(double earliestS);
}
