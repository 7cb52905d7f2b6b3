package org.boardbench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.comparison.Comparison;
import org.boardbench.report.export.FigureFiles;
import org.boardbench.report.export.FigureFormat;
import org.boardbench.report.figure.ForestFigure;
import org.boardbench.report.table.comparison.ComparisonTable;

/** Writes what a comparison of two runs has found. */
public final class ComparisonReport {
  private final Comparison comparison;

  public ComparisonReport(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * Writes {@code comparison.csv}, {@code comparison.md} and the figure, in the place of those that
   * are there.
   *
   * @param folder is created when it is not there
   * @param ends lines for the page, such as conditions that are broken
   * @param isDrawn whether there is to be a figure
   */
  public void writeTo(Path folder, List<String> ends, boolean isDrawn) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("comparison.csv"), ComparisonTable.csv(comparison), StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("comparison.md"),
        ComparisonTable.markdown(comparison, ends),
        StandardCharsets.UTF_8);
    Optional<Figure> figure = isDrawn ? ForestFigure.of(comparison) : Optional.empty();
    try (FigureFiles files = new FigureFiles(folder)) {
      files.add(figure.stream().toList(), FigureFormat.all());
    }
  }
}
