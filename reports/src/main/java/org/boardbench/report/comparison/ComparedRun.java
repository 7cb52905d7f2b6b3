package org.boardbench.report.comparison;

import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.report.stored.StoredRun;

/** One side of a comparison. */
public record ComparedRun(StoredRun stored, NoiseFloors floors) {
  RunStarts starts() {
    return RunStarts.of(stored.stages());
  }

  /** What decides who sends what and when; empty where the run does not say. */
  String seed() {
    return stored.manifest().at("/seed").asString("");
  }

  /** {@code paper-20260131-120000: 3 of 35 rows are invalid and in no number}. */
  public String validity() {
    long invalid = stored.stages().stream().filter(row -> !row.isValid()).count();
    int rows = stored.stages().size();
    return stored.name()
        + ": "
        + (invalid == 0 ? "all " + rows + " rows count" : invalid + " of " + rows + " rows are")
        + (invalid == 0 ? "" : " invalid and in no number");
  }
}
