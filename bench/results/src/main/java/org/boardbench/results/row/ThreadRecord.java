package org.boardbench.results.row;

/**
 * One row of {@code threads.csv}.
 *
 * @param stage counts from 1
 * @param component {@code server} or a companion's name
 * @param process counts from 1 within the component
 * @param threads what the kernel calls them, with {@code #} for each number
 * @param count of them
 * @param userNs CPU time in the hold in the program's own code
 * @param kernelNs CPU time in the hold in the kernel
 */
public record ThreadRecord(
    TrialKey trial,
    int stage,
    int users,
    String component,
    int process,
    String threads,
    int count,
    double userNs,
    double kernelNs) {}
