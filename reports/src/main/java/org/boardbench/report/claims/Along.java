package org.boardbench.report.claims;

import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;

/** What a trend goes along with. */
public enum Along {
  USERS("users") {
    @Override
    double of(StoredStage row) {
      return row.users();
    }
  },
  /**
   * The TPS of a server that keeps up: what the schedule sends and owes in a second. On a fixed
   * number of boards it grows with the square of the users.
   */
  OFFERED("offered") {
    @Override
    double of(StoredStage row) {
      return (row.figure(StageCounts.SCHEDULED) + row.figure(StageExtras.OWED))
          / row.figure(StageCounts.HOLD_S);
    }
  };

  private final String word;

  Along(String word) {
    this.word = word;
  }

  /** In a sentence. */
  String words() {
    return this == OFFERED ? "what is offered" : word;
  }

  public String word() {
    return word;
  }

  /** More than 0; NaN where it was not measured. */
  abstract double of(StoredStage row);
}
