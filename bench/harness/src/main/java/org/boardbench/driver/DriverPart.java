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
   * The part of one of several, of which each has its own number of boards.
   *
   * @param boardsOfEach in the order of the drivers, one at least for each
   * @param driver counts from 0
   * @throws IllegalArgumentException when these are not the plan's boards
   */
  public static DriverPart of(
      ExperimentPlan plan, List<Integer> boardsOfEach, int driver, StartBarrier barrier) {
    BoardAssignment boards = BoardAssignment.inRuns(boardsOfEach, plan.maxUsers());
    if (boards.boards() != plan.workload().boards()) {
      throw new IllegalArgumentException(
          "%d boards are shared out, the plan has %d"
              .formatted(boards.boards(), plan.workload().boards()));
    }
    return new DriverPart(new BoardShare(boards, driver), barrier);
  }
}
