package org.boardbench.results.row;

/** One row of {@code calibration.csv}. */
public record CalibrationRecord(String runId, CalibrationRow row) {}
