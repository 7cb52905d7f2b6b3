package org.boardbench.report.html;

import org.boardbench.report.table.ResultTable;

/** The table of all variants at all loads. */
public record ResultSection(ResultTable table) implements Section {
  @Override
  public String anchor() {
    return "results";
  }

  @Override
  public String title() {
    return "Results";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public String template() {
    return "resultSection";
  }
}
