package org.boardbench.trial.capacity;

import java.time.Duration;

/**
 * A load to measure.
 *
 * @param ramp in which all of its users join
 */
public record NextHold(SearchPhase phase, int users, Duration ramp, Duration hold) {}
