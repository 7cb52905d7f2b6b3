package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.figure.GroupFigures;

/**
 * Figures, those of each group under its title.
 *
 * @param note above them; may be empty
 */
public record FigureSection(String title, String note, List<GroupFigures> groups)
    implements Section {
  public FigureSection {
    groups = List.copyOf(groups);
  }

  /** Figures that are in no group. */
  public static FigureSection of(String title, List<Figure> figures, String note) {
    return new FigureSection(title, note, List.of(new GroupFigures("", figures)));
  }

  @Override
  public String anchor() {
    return "figures";
  }

  @Override
  public boolean isThere() {
    return groups.stream().anyMatch(group -> !group.figures().isEmpty());
  }

  @Override
  public String template() {
    return "figureSection";
  }
}
