package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.chart.Figure;

/** All figures but the explanation's. */
public record FigureSection(List<Figure> figures) implements Section {
  public FigureSection {
    figures = List.copyOf(figures);
  }

  @Override
  public String anchor() {
    return "figures";
  }

  @Override
  public String title() {
    return "Figures";
  }

  @Override
  public boolean isThere() {
    return !figures.isEmpty();
  }

  @Override
  public String template() {
    return "figureSection";
  }
}
