package org.boardbench.report.html;

import java.util.List;
import java.util.Optional;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.table.claims.ClaimsTable;
import org.boardbench.report.table.claims.RecommendationsTable;
import org.boardbench.report.table.claims.StatedTable;

/**
 * Which claims hold, which server to take for what, and stated numbers beside measured ones.
 *
 * @param judged empty when there were no claims
 */
public record ClaimsSection(Optional<JudgedFile> judged) implements Section {
  @Override
  public String anchor() {
    return "claims";
  }

  @Override
  public String title() {
    return "Claims";
  }

  @Override
  public boolean isThere() {
    return judged.isPresent();
  }

  @Override
  public String template() {
    return "claimsSection";
  }

  @Override
  public List<String> summary() {
    return isThere() ? claims().summary() : List.of();
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
