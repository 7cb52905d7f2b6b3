package org.boardbench.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.export.FigureFiles;
import org.boardbench.report.export.FigureFormat;

/**
 * The folder of a report: {@code figures/}, {@code tables/}, {@code index.html} and other pages.
 * What an earlier report left in it goes away.
 */
final class ReportFolder implements Closeable {
  private final Path folder;
  private final FigureFiles figures;
  private final Path drawings;
  private final Path tables;

  private ReportFolder(Path folder) throws IOException {
    this.folder = folder;
    tables = emptied(folder.resolve("tables"), "*");
    emptied(folder, "*.html");
    drawings = emptied(folder.resolve("figures"), "*");
    figures = new FigureFiles(drawings);
  }

  /**
   * @param folder is created when it is not there
   */
  static ReportFolder at(Path folder) throws IOException {
    return new ReportFolder(folder);
  }

  void addTable(String name, String text) throws IOException {
    Files.writeString(tables.resolve(name), text, StandardCharsets.UTF_8);
  }

  /** Each in all formats. */
  void addFigures(List<Figure> drawn) {
    figures.add(drawn, FigureFormat.all());
  }

  /** Each in all formats, of which the pixels are for a screen: there may be many. */
  void addScreenFigures(List<Figure> drawn) {
    figures.add(drawn, FigureFormat.forScreens());
  }

  /**
   * A drawing for screens alone, among the figures.
   *
   * @param name without extension
   */
  void addSvg(String name, String svg) throws IOException {
    Files.writeString(drawings.resolve(name + ".svg"), svg, StandardCharsets.UTF_8);
  }

  /** Waits for figures: they are drawn while tables and pages are made. */
  @Override
  public void close() throws IOException {
    figures.close();
  }

  void addPage(String name, String html) throws IOException {
    Files.writeString(folder.resolve(name), html, StandardCharsets.UTF_8);
  }

  private static Path emptied(Path folder, String names) throws IOException {
    Files.createDirectories(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, names)) {
      for (Path file : entries) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
    return folder;
  }
}
