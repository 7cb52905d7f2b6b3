package org.boardbench.report;

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
final class ReportFolder {
  private final Path folder;
  private final Path figures;
  private final Path tables;

  private ReportFolder(Path folder) throws IOException {
    this.folder = folder;
    figures = emptied(folder.resolve("figures"), "*");
    tables = emptied(folder.resolve("tables"), "*");
    emptied(folder, "*.html");
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
  void addFigures(List<Figure> drawn) throws IOException {
    FigureFiles.write(drawn, FigureFormat.all(), figures);
  }

  /** Each in all formats, of which the pixels are for a screen: there may be many. */
  void addScreenFigures(List<Figure> drawn) throws IOException {
    FigureFiles.write(drawn, FigureFormat.forScreens(), figures);
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
