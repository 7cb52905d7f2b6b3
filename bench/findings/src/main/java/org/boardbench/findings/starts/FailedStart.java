package org.boardbench.findings.starts;

/** A start whose trial failed, in the words of {@code trials.csv}; it may have rows from before. */
public record FailedStart(String variant, int repetition) {}
