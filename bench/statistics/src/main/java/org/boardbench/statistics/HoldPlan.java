package org.boardbench.statistics;

/**
 * How much to measure of one variant under one load.
 *
 * @param holdSeconds of each start
 */
public record HoldPlan(int starts, int holdSeconds) {
  /**
   * How long it takes.
   *
   * @param startCost what a start takes besides its hold, in seconds
   */
  public double seconds(double startCost) {
    return starts * (startCost + holdSeconds);
  }
}
