package org.boardbench.report.html;

import java.util.Optional;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.table.DriftTable;

/** How figures drift in holds of ten minutes or more. */
public record DriftSection(DriftTable table, Optional<Figure> figure) implements Section {
  @Override
  public String anchor() {
    return "drift";
  }

  @Override
  public String title() {
    return "What drifts in a long hold";
  }

  @Override
  public String link() {
    return "Drift";
  }

  @Override
  public boolean isThere() {
    return !table.isEmpty();
  }

  @Override
  public String template() {
    return "driftSection";
  }
}
