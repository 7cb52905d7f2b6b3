package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.chart.Figure;

/** Figures, the first of them across the whole page. */
public record FigureSection(String title, List<Figure> figures) implements Section {
  public FigureSection {
    figures = List.copyOf(figures);
  }

  @Override
  public String anchor() {
    return "figures";
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
