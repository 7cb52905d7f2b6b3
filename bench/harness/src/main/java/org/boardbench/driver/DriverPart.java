package org.boardbench.driver;

import org.boardbench.driver.stage.StartBarrier;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * What one driver does of a trial: the users of its boards, in step with the other drivers.
 *
 * @param share boards and users of the whole trial, and which of them are its own
 */
record DriverPart(BoardShare share, StartBarrier barrier) {
  /** All of it, for a driver that is alone. */
  static DriverPart whole(ExperimentPlan plan) {
    return of(plan, 0, 1, StartBarrier.ALONE);
  }

  /**
   * The part of one of several.
   *
   * @param driver counts from 0
   * @throws IllegalArgumentException when the plan has fewer boards than drivers
   */
  static DriverPart of(ExperimentPlan plan, int driver, int drivers, StartBarrier barrier) {
    BoardAssignment boards =
        new BoardAssignment(plan.workload().boards(), plan.maxUsers(), drivers);
    return new DriverPart(new BoardShare(boards, driver), barrier);
  }
}
