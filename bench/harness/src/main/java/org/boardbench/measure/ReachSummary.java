package org.boardbench.measure;

/**
 * Time from a message's intended send until a share of its expected receivers had it, over the
 * messages that reached that share. A message that lost a receiver never reaches 100 %, so it is
 * missing there and present in the shares that it did reach.
 */
public record ReachSummary(
    TimeSummary first, TimeSummary half, TimeSummary p95, TimeSummary p99, TimeSummary all) {}
