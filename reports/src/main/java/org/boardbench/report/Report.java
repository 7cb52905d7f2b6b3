package org.boardbench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.FigurePainter;
import org.boardbench.report.export.FigureFormat;
import org.boardbench.report.figure.FigureSet;
import org.boardbench.report.html.IndexPage;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.CsvTableText;
import org.boardbench.report.table.LatexTableText;
import org.boardbench.report.table.MarkdownTableText;
import org.boardbench.report.table.ResultTable;

/** Writes a run's report: figures, tables, and a page with all of them. */
public final class Report {
  private final StoredRun run;

  public Report(StoredRun run) {
    this.run = run;
  }

  /**
   * Writes {@code figures/}, {@code tables/} and {@code index.html}; figures and tables of an
   * earlier report in the same folder go away.
   *
   * @param folder is created when it is not there
   * @return the number of figures
   */
  public int writeTo(Path folder) throws IOException {
    Path figureFolder = emptied(folder.resolve("figures"));
    Path tableFolder = emptied(folder.resolve("tables"));
    List<StageGroup> groups = StageGroup.of(run.stages());
    ResultTable table = ResultTable.of(groups);
    write(tableFolder.resolve("results.csv"), CsvTableText.of(groups));
    write(tableFolder.resolve("results.md"), MarkdownTableText.of(table));
    write(tableFolder.resolve("results.tex"), LatexTableText.of(table));
    List<Figure> figures = FigureSet.of(run);
    for (Figure figure : figures) {
      write(figureFolder, figure);
    }
    write(folder.resolve("index.html"), new IndexPage(run, figures, table).html());
    return figures.size();
  }

  private static void write(Path folder, Figure figure) throws IOException {
    FigurePainter painter = new FigurePainter(figure);
    for (FigureFormat format : FigureFormat.all()) {
      Files.write(folder.resolve(figure.name() + "." + format.extension()), format.bytes(painter));
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static Path emptied(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    return folder;
  }
}
