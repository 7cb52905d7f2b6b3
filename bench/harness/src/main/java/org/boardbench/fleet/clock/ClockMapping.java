package org.boardbench.fleet.clock;

/**
 * What a run's clock shows, told by a machine's own one.
 *
 * @param ownNs a moment by the machine's own clock
 * @param runNs the same by the run's
 * @param gain by what share the run's clock is the faster one; a few millionths
 */
public record ClockMapping(long ownNs, long runNs, double gain) {
  /** The run clock's time at a moment of the own one. */
  public long runNs(long atOwnNs) {
    long sinceNs = atOwnNs - ownNs;
    // The whole part stays whole: a double has no room for the nanoseconds of months.
    return runNs + sinceNs + Math.round(sinceNs * gain);
  }
}
