package org.boardbench.store;

import org.boardbench.measure.SecondResult;

/** One row of {@code timeline.csv}. */
record TimelineRow(TrialId trial, SecondResult second) {}
