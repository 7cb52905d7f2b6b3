package org.boardbench.driver.stage;

import java.util.function.Supplier;
import org.boardbench.account.record.StageSnapshot;

/**
 * Acts at exact moments of a stage, to sample or to end it. Called on the thread that runs the
 * stage, which waits for it; never on a loop, so that no send or read is delayed. What it throws
 * ends the stage. Who only wants to know listens to the run's events instead.
 */
public interface DriverListener {
  /**
   * A stage has begun.
   *
   * @param startNs when its ramp began (run clock)
   * @param snapshot how far it has come; may be asked from any thread, and tells the stage's last
   *     state once that has ended
   */
  default void stageOpened(int stage, long startNs, Supplier<StageSnapshot> snapshot) {}

  /**
   * Every newcomer's first attempt has ended, and the first message of the hold is due now.
   *
   * @param startNs when exactly (run clock)
   */
  default void holdStarted(int stage, long startNs) {}

  /** The last intended send time of the hold has passed; the drain begins. */
  default void holdEnded(int stage) {}

  /** About twice a second. */
  default void progress(Progress progress) {}

  /**
   * How far a stage under way has come.
   *
   * @param stage counts from 1; 0 for the warm-up
   * @param phase what is going on: {@code ramp}, {@code hold} or {@code drain}
   * @param users joined now
   * @param deliveriesPerSecond since the last report
   * @param outstanding expected deliveries of this stage that have not arrived so far, whether
   *     under way or lost
   */
  record Progress(
      int stage, String phase, int users, double deliveriesPerSecond, long outstanding) {}
}
