package org.boardbench.view.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.view.terminal.text.Figures;

/** What a row says of its server and of itself, in words. */
record RowFindings(StoredRow<StageRecord> row) {
  /** {@code valid}, or why it is not. */
  String verdict() {
    return row.flag(StageCosts.VALID)
        .map(isValid -> isValid ? "valid" : "invalid: " + row.text(StageCosts.INVALID_REASONS))
        .orElse("not judged");
  }

  boolean isInvalid() {
    return row.flag(StageCosts.VALID).map(isValid -> !isValid).orElse(false);
  }

  /** What the server did to its users; none when it kept all of them and lost nothing. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    if (count(StageCounts.LOST) > 0) {
      findings.add(
          "lost %s of %s deliveries"
              .formatted(row.text(StageCounts.LOST), row.text(StageCounts.EXPECTED)));
    }
    if (count(StageExtras.OWED_LOST_PCT) > 0) {
      findings.add(Figures.number(count(StageExtras.OWED_LOST_PCT)) + " % of the owed lost");
    }
    add(findings, StageCounts.DISCONNECTS, "disconnect");
    add(findings, StageCounts.CONNECT_FAILURES, "refused join");
    add(findings, StageCounts.DUPLICATED, "duplicated delivery", "duplicated deliveries");
    add(findings, StageCounts.REORDERED, "reordered delivery", "reordered deliveries");
    add(findings, StageCounts.CORRUPT, "corrupt frame");
    add(findings, StageCounts.MISROUTED, "misrouted delivery", "misrouted deliveries");
    if (!row.text(StageExtras.BOTTLENECK).isEmpty()) {
      findings.add("did not keep up, bottleneck: " + row.text(StageExtras.BOTTLENECK));
    }
    return findings;
  }

  private void add(List<String> findings, Column<StageRecord> column, String one) {
    add(findings, column, one, one + "s");
  }

  private void add(List<String> findings, Column<StageRecord> column, String one, String more) {
    double count = count(column);
    if (count > 0) {
      findings.add(row.text(column) + " " + (count == 1 ? one : more));
    }
  }

  private double count(Column<StageRecord> column) {
    return row.measured(column).orElse(0);
  }
}
