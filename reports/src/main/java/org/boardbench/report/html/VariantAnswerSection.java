package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.summary.RankingTable;

/**
 * Where one variant is among all.
 *
 * @param rows its row of the ranking; none where the ranking leaves it out
 */
public record VariantAnswerSection(RankingTable ranking, List<RankingTable.Row> rows)
    implements Section {
  public VariantAnswerSection {
    rows = List.copyOf(rows);
  }

  @Override
  public String anchor() {
    return "summary";
  }

  @Override
  public String title() {
    return "In short";
  }

  @Override
  public boolean isThere() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "variantAnswerSection";
  }
}
