package org.boardbench.report.html;

import java.util.List;
import java.util.Optional;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.ClassTable;
import org.boardbench.report.table.ResultTable;

/**
 * {@code index.html}: notes, capacities, table, message classes, claims, verdicts, users whose
 * connection failed, what limited the servers, calibration, explanation, all figures, and the run's
 * manifest. It refers to the report's own files only, and holds no script.
 *
 * @param figures without the explanation's
 * @param claims judged by the run; empty when there were none
 * @param explanation empty when no run of the microbenchmarks was looked at
 * @param explained its figure; empty when nothing was explained
 */
public record IndexPage(
    StoredRun run,
    List<Figure> figures,
    ResultTable table,
    ClassTable classes,
    Optional<JudgedFile> claims,
    Optional<Explanation> explanation,
    Optional<Figure> explained) {
  public IndexPage {
    figures = List.copyOf(figures);
  }

  public String html() {
    return Templates.html("indexPage", this);
  }
}
