package org.boardbench.results.row;

/**
 * One row of {@code recovery.csv}.
 *
 * @param stage counts from 1
 * @param number of the fault in its stage, as the plan has them; counts from 1
 */
public record RecoveryRecord(TrialKey trial, int stage, int number, RecoveryFigures figures) {}
