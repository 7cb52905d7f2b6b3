package org.boardbench.results.row;

/** One row of {@code resources.csv}. */
public record ResourceRecord(TrialKey trial, ComponentSecond used) {}
