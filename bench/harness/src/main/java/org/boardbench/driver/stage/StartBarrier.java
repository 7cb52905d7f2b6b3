package org.boardbench.driver.stage;

import org.boardbench.account.record.Phase;

/**
 * Where the drivers of a trial, each with boards of its own, agree on when a part of a stage
 * begins. Each driver has one of its own, which only the thread that runs the stages asks.
 */
public interface StartBarrier {
  /** Of a driver that is alone: it waits for nobody. */
  StartBarrier ALONE =
      new StartBarrier() {
        @Override
        public boolean isReady(Phase phase) {
          return true;
        }

        @Override
        public long startNs(Phase phase, long earliestNs) {
          return earliestNs;
        }
      };

  /**
   * This driver is ready for a ramp or a hold. To be asked again, while its loops go on, until all
   * of them are.
   */
  boolean isReady(Phase phase);

  /**
   * The moment at which all of them begin, once they are ready. The loops stand still meanwhile, so
   * it takes a moment only.
   *
   * @param earliestNs this driver cannot before that (run clock, which has one epoch for all)
   * @return the same for all, and before nobody's earliest
   * @throws InterruptedException when interrupted; the stage cannot begin then
   */
  long startNs(Phase phase, long earliestNs) throws InterruptedException;
}
