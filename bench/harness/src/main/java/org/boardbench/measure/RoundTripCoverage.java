package org.boardbench.measure;

import org.boardbench.results.row.TimeFigures;

/**
 * Of how many of the hold's scheduled messages its times speak.
 *
 * @param returned messages that their sender got back
 * @param complete messages that every expected receiver got
 * @param censored RTT over all scheduled messages, those that did not come back with the time from
 *     their intended send until the drain's deadline: each of its percentiles is at least that
 */
public record RoundTripCoverage(long returned, long complete, TimeFigures censored) {
  /** Nothing was scheduled. */
  public static final RoundTripCoverage NONE = new RoundTripCoverage(0, 0, TimeFigures.NONE);
}
