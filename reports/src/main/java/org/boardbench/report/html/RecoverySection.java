package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.table.recovery.RecoveryTable;

/** How servers and their users got over what was made to fail. */
public record RecoverySection(RecoveryTable table) implements Section {
  @Override
  public String anchor() {
    return "recovery";
  }

  @Override
  public String title() {
    return "Recovery";
  }

  @Override
  public boolean isThere() {
    return !table.isEmpty();
  }

  @Override
  public String template() {
    return "recoverySection";
  }

  @Override
  public List<String> summary() {
    return table.summary();
  }
}
