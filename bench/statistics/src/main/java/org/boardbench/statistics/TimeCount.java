package org.boardbench.statistics;

/**
 * A bucket of a histogram.
 *
 * @param value what its messages took, in the histogram's unit
 * @param count messages, at least 0
 */
public record TimeCount(double value, long count) {}
