package org.boardbench.driver;

import java.time.Duration;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.protocol.Protocol;
import org.boardbench.target.Endpoint;

/**
 * The wire contract in under a second, before anything is measured: two users on one board and one
 * on another join; a stroke comes back unchanged to the first two, and to nobody else.
 */
public final class WireCheck {
  private WireCheck() {}

  /**
   * Returns when the server keeps the contract.
   *
   * @throws WireViolation when the server does not keep the contract, with what it did instead
   */
  public static void verify(
      ExperimentPlan plan, Endpoint endpoint, Protocol protocol, Duration deadline)
      throws WireViolation, InterruptedException {
    throw new UnsupportedOperationException("written by the driver's author");
  }

  /** The server does not keep the wire contract. */
  public static final class WireViolation extends Exception {
    private static final long serialVersionUID = 1L;

    public WireViolation(String message) {
      super(message);
    }
  }
}
