package org.boardbench.measure;

import org.boardbench.results.row.TimeFigures;

/**
 * What became of a stage's users, and what of the plan their absence took away.
 *
 * @param reconnects times that a user who had been disconnected joined again
 * @param connect from a connection's first packet until the opening handshake was done, over all
 *     attempts that came so far, in ramp, hold and drain
 * @param join likewise until the user had joined
 */
public record UserAccount(
    long reconnects,
    TimeFigures connect,
    TimeFigures join,
    OwedDeliveries owed,
    RoundTripCoverage coverage) {
  /** A stage of which nothing is known. */
  public static final UserAccount NONE =
      new UserAccount(
          0, TimeFigures.NONE, TimeFigures.NONE, OwedDeliveries.NONE, RoundTripCoverage.NONE);
}
