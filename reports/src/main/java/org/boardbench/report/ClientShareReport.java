package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.figure.clients.ClientFigures;
import org.boardbench.report.html.ClientSharePage;
import org.boardbench.report.stored.StoredClientShare;
import org.boardbench.report.table.ClientTable;

/** Writes the report of a run of several clients: figures, a table, and a page with both. */
public final class ClientShareReport {
  private final StoredClientShare run;

  public ClientShareReport(StoredClientShare run) {
    this.run = run;
  }

  /**
   * Writes the same folder as {@link Report#writeTo}.
   *
   * @return the number of figures
   */
  public int writeTo(Path folder) throws IOException {
    try (ReportFolder report = ReportFolder.at(folder)) {
      ClientTable table = new ClientTable(run);
      report.addTable("clients.csv", table.csv());
      report.addTable("clients.md", table.markdown());
      List<Figure> figures = ClientFigures.of(run);
      report.addFigures(figures);
      report.addPage("index.html", new ClientSharePage(run, figures, table).html());
      return figures.size();
    }
  }
}
