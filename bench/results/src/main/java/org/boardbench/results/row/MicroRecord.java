package org.boardbench.results.row;

/**
 * One row of {@code micro.csv}.
 *
 * @param isQuick whether it was measured so shortly that it only shows that all works
 */
public record MicroRecord(String runId, boolean isQuick, MicroRow row) {}
