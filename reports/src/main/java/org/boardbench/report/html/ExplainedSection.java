package org.boardbench.report.html;

import java.util.List;
import java.util.Optional;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.table.ExplainedTable;

/** Of what the CPU time of a delivery consists, or why that is not known. */
final class ExplainedSection {
  private ExplainedSection() {}

  /** With its heading; empty when no run of the microbenchmarks was looked at. */
  static String of(Optional<Explanation> explained, Optional<Figure> figure) {
    if (explained.isEmpty()) {
      return "";
    }
    Explanation explanation = explained.get();
    StringBuilder html = new StringBuilder("<h2>What a delivery costs, by parts</h2>\n");
    explanation.lines().forEach(line -> html.append(Html.paragraph(line)));
    if (!explanation.isEmpty()) {
      figure.ifPresent(drawn -> html.append(IndexPage.figure(drawn)));
      html.append(table(new ExplainedTable(explanation)));
    }
    return html.toString();
  }

  private static String table(ExplainedTable table) {
    StringBuilder html = new StringBuilder(HtmlTable.grouped(table.header(), table.cells()));
    html.append(Html.paragraph(table.caption()));
    if (!table.notes().isEmpty()) {
      StringBuilder items = new StringBuilder("\n");
      table.notes().forEach(note -> IndexPage.element(items, "li", Html.escape(note)));
      IndexPage.element(html, "ul", items.toString());
    }
    IndexPage.element(html, "p", IndexPage.files("tables/explained", List.of("csv", "md")));
    return html.toString();
  }
}
