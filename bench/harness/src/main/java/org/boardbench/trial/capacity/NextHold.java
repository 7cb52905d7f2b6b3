package org.boardbench.trial.capacity;

import java.time.Duration;

/** A load to measure. */
public record NextHold(SearchPhase phase, int users, Duration hold) {}
