package org.boardbench.report.html;

import org.boardbench.report.table.VarianceTable;

/** Which level an RTT's spread lies at, and what would halve its interval. */
public record VarianceSection(VarianceTable table) implements Section {
  @Override
  public String anchor() {
    return "spread";
  }

  @Override
  public String title() {
    return "Where the spread comes from";
  }

  @Override
  public String link() {
    return "Spread";
  }

  @Override
  public boolean isThere() {
    return !table.isEmpty();
  }

  @Override
  public String template() {
    return "varianceSection";
  }
}
