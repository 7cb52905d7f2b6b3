package org.boardbench.measure;

import java.util.Map;
import org.boardbench.plan.StageSpec;
import org.boardbench.plan.WorkloadSpec;

/**
 * The account of one trial: every message, every expected receiver, every delivery. Shared by the
 * driver's loops, which each write through their own {@link LoopAccounts}; opened and closed stage
 * by stage from the thread that runs the stage.
 */
public final class TrialAccounts {
  /**
   * @param maxUsers users of the largest stage
   * @param loops number of driver loops
   */
  public TrialAccounts(WorkloadSpec workload, int maxUsers, int loops, RunClock clock) {
    throw new UnsupportedOperationException();
  }

  /** The part that loop {@code index} writes to, used by its thread only. */
  public LoopAccounts loop(int index) {
    throw new UnsupportedOperationException();
  }

  /** Begins a stage's ramp now. Earlier stages are closed: what still arrives of them is late. */
  public void openStage(int number, StageSpec spec) {
    throw new UnsupportedOperationException();
  }

  /** Fixes the hold's bounds (run clock); figures of the hold's window are cut there. */
  public void hold(long startNs, long endNs) {
    throw new UnsupportedOperationException();
  }

  /** Users joined now. */
  public int joined() {
    throw new UnsupportedOperationException();
  }

  /** Messages of the open stage that were sent, and expected deliveries that have not arrived. */
  public long outstanding() {
    throw new UnsupportedOperationException();
  }

  /** Deliveries so far, of all phases, for a rate on the progress line. */
  public long received() {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends the stage: what has not arrived is lost. The loops must not be writing deliveries of this
   * stage any more, or those count as late.
   *
   * @param scheduledRamp intended sends of the ramp; {@code scheduledHold} of the hold
   */
  public StageResult closeStage(
      long scheduledRamp,
      long scheduledHold,
      Map<String, Integer> connectFailures,
      Map<String, Integer> disconnects) {
    throw new UnsupportedOperationException();
  }
}
