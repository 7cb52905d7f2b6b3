package org.boardbench.report.html;

import org.boardbench.report.table.BottleneckTable;

/** The first load that each server did not keep, and what it had used up there. */
public record BottleneckSection(BottleneckTable table) implements Section {
  @Override
  public String anchor() {
    return "broken";
  }

  @Override
  public String title() {
    return "Where each server broke first";
  }

  @Override
  public String link() {
    return "First breaks";
  }

  @Override
  public boolean isThere() {
    return !table.isEmpty();
  }

  @Override
  public String template() {
    return "bottleneckSection";
  }
}
