package org.boardbench.plan.model;

/**
 * A trial still to be run.
 *
 * @param repetition counts from 1
 * @param order position in the run, counts from 1
 */
public record PlannedTrial(Variant variant, int repetition, int order) {}
