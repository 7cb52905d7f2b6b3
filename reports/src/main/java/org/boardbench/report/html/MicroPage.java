package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.report.table.MicroTable;

/** {@code index.html} of a run of the microbenchmarks, made as that of a run. */
public record MicroPage(StoredMicro micro, List<Figure> figures, MicroTable table) {
  public MicroPage {
    figures = List.copyOf(figures);
  }

  public String html() {
    return Templates.html("microPage", this);
  }
}
