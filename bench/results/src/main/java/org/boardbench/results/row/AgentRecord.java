package org.boardbench.results.row;

/**
 * One row of {@code agents.csv}.
 *
 * @param stage counts from 1
 */
public record AgentRecord(TrialKey trial, int stage, AgentFigures figures) {}
