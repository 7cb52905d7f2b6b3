package org.boardbench.report.html;

import java.util.Optional;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.table.ClaimsTable;
import org.boardbench.report.table.RecommendationsTable;
import org.boardbench.report.table.StatedTable;

/**
 * Which claims hold, which server to take for what, and stated numbers beside measured ones.
 *
 * @param judged empty when there were no claims
 */
record ClaimsSection(Optional<JudgedFile> judged) {
  boolean isThere() {
    return judged.isPresent();
  }

  ClaimsTable claims() {
    return new ClaimsTable(judged.orElseThrow());
  }

  RecommendationsTable recommendations() {
    return new RecommendationsTable(judged.orElseThrow());
  }

  StatedTable stated() {
    return new StatedTable(judged.orElseThrow());
  }
}
