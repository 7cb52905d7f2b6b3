package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.StoredClientShare;
import org.boardbench.report.table.ClientTable;

/** {@code index.html} of a run of several clients, made as that of a run. */
public record ClientSharePage(StoredClientShare run, List<Figure> figures, ClientTable table) {
  public ClientSharePage {
    figures = List.copyOf(figures);
  }

  public String html() {
    return Templates.html("clientSharePage", this);
  }
}
