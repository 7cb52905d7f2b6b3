package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.chart.Figure;
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
    ReportFolder report = ReportFolder.at(folder);
    List<StageGroup> groups = StageGroup.of(run.stages());
    ResultTable table = ResultTable.of(groups);
    report.addTable("results.csv", CsvTableText.of(groups));
    report.addTable("results.md", MarkdownTableText.of(table));
    report.addTable("results.tex", LatexTableText.of(table));
    List<Figure> figures = FigureSet.of(run);
    report.addFigures(figures);
    report.addPage(new IndexPage(run, figures, table).html());
    return figures.size();
  }
}
