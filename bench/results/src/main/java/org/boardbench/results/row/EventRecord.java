package org.boardbench.results.row;

/**
 * One row of {@code events.csv}.
 *
 * @param stage counts from 1
 * @param number of the fault in its stage, as the plan has them; counts from 1
 * @param holdNs when the hold began, since the start of the trial's second 0
 */
public record EventRecord(TrialKey trial, int stage, int number, long holdNs, FaultEvent event) {}
