package org.boardbench.results.row;

/**
 * One row of {@code replicas.csv}.
 *
 * @param stage counts from 1
 * @param second counts from 0 at the start of the trial's first stage
 * @param replica counts from 1
 * @param users connections that were open at it
 */
public record ReplicaRecord(TrialKey trial, int stage, int second, int replica, int users) {}
