package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.table.CapacityTable;

/** How many users each variant carries, of a run that searched for it. */
public record CapacitySection(CapacityTable table) implements Section {
  @Override
  public String anchor() {
    return "capacity";
  }

  @Override
  public String title() {
    return "Capacity";
  }

  @Override
  public boolean isThere() {
    return !table.isEmpty();
  }

  @Override
  public String template() {
    return "capacitySection";
  }

  @Override
  public List<String> summary() {
    return table.summary();
  }
}
