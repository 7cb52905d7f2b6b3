package org.boardbench.driver;

import org.boardbench.measure.RunClock;
import org.boardbench.measure.StageResult;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.StageSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.target.Endpoint;

/**
 * The load generator of one trial: its loops, its virtual users and their account, from the first
 * connection to the last. Used by one thread.
 */
public final class LoadDriver implements AutoCloseable {
  /** Starts the loops; connects nobody yet. */
  public static LoadDriver start(
      ExperimentPlan plan,
      Endpoint endpoint,
      Protocol protocol,
      RunClock clock,
      DriverListener listener) {
    throw new UnsupportedOperationException("written by the driver's author");
  }

  /**
   * Brings the users up to {@code stage.users()}, holds, drains, and gives the account. Returns in
   * bounded time whatever the server does.
   *
   * @param number counts from 1; 0 for the warm-up
   * @throws InterruptedException when interrupted; the driver can only be closed then
   */
  public StageResult run(int number, StageSpec stage) throws InterruptedException {
    throw new UnsupportedOperationException("written by the driver's author");
  }

  /** Closes every connection and ends the loops, in bounded time. */
  @Override
  public void close() {}
}
