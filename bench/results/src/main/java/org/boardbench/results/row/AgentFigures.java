package org.boardbench.results.row;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one agent of a fleet did of a stage.
 *
 * @param agent its address
 * @param share what it had of the whole
 * @param joined its users that were joined at the start of the hold; empty when it was lost
 * @param sendDelay of its messages that found room in their socket when they were due
 * @param stallMaxNs its driver's longest stall in the hold; empty when it was lost
 * @param driver what its driver used in the hold
 * @param clock how well its clock was known
 * @param lost why it was lost, in words; empty when it was not
 */
public record AgentFigures(
    String agent,
    Share share,
    OptionalInt joined,
    TimeFigures sendDelay,
    OptionalLong stallMaxNs,
    HoldCosts.DriverUse driver,
    Clock clock,
    String lost) {
  /**
   * A part of a trial.
   *
   * @param cores that the agent's driver uses
   * @param boards that it has
   * @param users of the stage that it has
   * @param hasTarget whether the target ran on its machine
   */
  public record Share(int cores, int boards, int users, boolean hasTarget) {}

  /**
   * An agent's clock beside the run's, when the stage began or, once it was lost, as last known.
   *
   * @param offsetNs its monotonic clock is ahead by so much
   * @param errorNs it may be so much more or less; also how far its start may be from the others'
   * @param driftPpm it gains so much, in millionths
   * @param roundTripNs of the fastest probe
   */
  public record Clock(
      OptionalLong offsetNs,
      OptionalLong errorNs,
      OptionalDouble driftPpm,
      OptionalLong roundTripNs) {}

  public boolean isLost() {
    return !lost.isEmpty();
  }
}
