package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.figure.micro.MicroFigures;
import org.boardbench.report.html.MicroPage;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.report.table.MicroTable;
import org.boardbench.report.table.MicroTableText;

/** Writes the report of a run of the microbenchmarks: figures, tables, and a page with all. */
public final class MicroReport {
  private final StoredMicro micro;

  public MicroReport(StoredMicro micro) {
    this.micro = micro;
  }

  /**
   * Writes the same folder as {@link Report#writeTo}.
   *
   * @return the number of figures
   */
  public int writeTo(Path folder) throws IOException {
    try (ReportFolder report = ReportFolder.at(folder)) {
      MicroTable table = new MicroTable(micro);
      report.addTable("micro.csv", MicroTableText.csv(table));
      report.addTable("micro.md", MicroTableText.markdown(table));
      List<Figure> figures = MicroFigures.of(micro);
      report.addFigures(figures);
      report.addPage("index.html", new MicroPage(micro, figures, table).html());
      return figures.size();
    }
  }
}
