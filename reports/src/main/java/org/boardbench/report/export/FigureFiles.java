package org.boardbench.report.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.FigurePainter;

/** Writes figures, as many at a time as the machine has cores. */
public final class FigureFiles {
  /** A figure in one format: no two have anything in common that either changes. */
  private record Drawing(Figure figure, FigureFormat format) {
    void writeTo(Path folder) {
      try {
        Files.write(
            folder.resolve(figure.name() + "." + format.extension()),
            format.bytes(new FigurePainter(figure)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private FigureFiles() {}

  /** Each figure in each format. */
  public static void write(List<Figure> figures, List<FigureFormat> formats, Path folder)
      throws IOException {
    List<Drawing> drawings =
        figures.stream()
            .flatMap(figure -> formats.stream().map(format -> new Drawing(figure, format)))
            .toList();
    try {
      drawings.parallelStream().forEach(drawing -> drawing.writeTo(folder));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
