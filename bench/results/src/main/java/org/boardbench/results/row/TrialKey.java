package org.boardbench.results.row;

/**
 * Whose a row is.
 *
 * @param trialId unique in the run
 * @param repetition counts from 1
 * @param order position in the run's random order, counts from 1
 */
public record TrialKey(String runId, String trialId, String target, int repetition, int order) {}
