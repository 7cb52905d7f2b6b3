package org.boardbench.measure;

/** What {@link ReachTimes} say. */
public record ReachSummary(
    TimeSummary first, TimeSummary half, TimeSummary p95, TimeSummary p99, TimeSummary all) {}
