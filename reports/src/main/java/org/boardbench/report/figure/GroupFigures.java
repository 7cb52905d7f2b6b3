package org.boardbench.report.figure;

import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.statistics.VariantGroup;

/**
 * Figures across the variants of one group.
 *
 * @param title of the group; empty where all variants are drawn together
 */
public record GroupFigures(String title, List<Figure> figures) {
  public GroupFigures {
    figures = List.copyOf(figures);
  }

  /** Figures of a group, which get its name and say so. */
  static GroupFigures of(VariantGroup group, List<Figure> drawn) {
    return new GroupFigures(
        group.title(),
        drawn.stream()
            .map(figure ->
                figure.named(
                    figure.name() + "-" + group.slug(),
                    "Group " + group.title() + ". " + figure.caption()))
            .toList());
  }
}
