package org.boardbench.driver;

import java.util.List;
import org.boardbench.driver.stage.StartBarrier;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * What one driver does of a trial: the users of its boards, in step with the other drivers.
 *
 * @param share boards and users of the whole trial, and which of them are its own
 */
public record DriverPart(BoardShare share, StartBarrier barrier) {
  /** All of it, for a driver that is alone. */
  static DriverPart whole(ExperimentPlan plan) {
    return of(plan, 0, 1, StartBarrier.ALONE);
  }

  /**
   * The part of one of several that are alike.
   *
   * @param driver counts from 0
   * @throws IllegalArgumentException when the plan has fewer boards than drivers
   */
  static DriverPart of(ExperimentPlan plan, int driver, int drivers, StartBarrier barrier) {
    BoardAssignment boards =
        new BoardAssignment(plan.workload().boards(), plan.maxUsers(), drivers);
    return new DriverPart(new BoardShare(boards, driver), barrier);
  }

  /**
   * The part of one of several, each with its own.
   *
   * @param parts in the order of the drivers, as {@link BoardAssignment#among} has them
   * @param driver counts from 0
   * @throws IllegalArgumentException when these are not parts of the plan's boards
   */
  public static DriverPart of(
      ExperimentPlan plan, List<Integer> parts, int driver, StartBarrier barrier) {
    BoardAssignment boards =
        BoardAssignment.among(parts, plan.workload().boards(), plan.maxUsers());
    return new DriverPart(new BoardShare(boards, driver), barrier);
  }
}
