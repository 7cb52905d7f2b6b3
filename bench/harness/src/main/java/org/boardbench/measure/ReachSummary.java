package org.boardbench.measure;

import org.boardbench.results.row.TimeFigures;

/** What {@link ReachTimes} say. */
public record ReachSummary(
    TimeFigures first, TimeFigures half, TimeFigures p95, TimeFigures p99, TimeFigures all) {}
