package org.boardbench.report.comparison;

import java.util.List;
import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.results.StoreException;

/** One side of a comparison. */
public record ComparedRun(StoredRun stored, NoiseFloors floors) {
  RunStarts starts() {
    return RunStarts.of(stored.stages());
  }

  /** What decides who sends what and when; empty where the run does not say. */
  String seed() {
    return stored.manifest().at("/seed").asString("");
  }

  /**
   * Whether both are one run, of which every difference would be chance's: they have one {@code
   * run_id}, as a copy under another name has, and so the same starts.
   *
   * @throws StoreException when one is the other as it was before it went on: some of their starts
   *     are the same, so that they are neither one run nor two
   */
  public boolean isSameAs(ComparedRun other) throws StoreException {
    String id = id();
    if (id.isEmpty() || !id.equals(other.id())) {
      return false;
    }
    if (!trials().equals(other.trials())) {
      throw new StoreException(
          "BASE and RUN are both %s, with %d and %d trials: one of them went on, so they share starts"
              .formatted(id, trials().size(), other.trials().size()));
    }
    return true;
  }

  private String id() {
    return stored.manifest().path("run_id").asString("");
  }

  private List<String> trials() {
    return stored.trials().stream().map(StoredTrial::id).sorted().toList();
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
