package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.report.table.MicroTable;

/** {@code index.html} of a run of the microbenchmarks, made as that of a run. */
public final class MicroPage {
  private final StoredMicro micro;
  private final List<Figure> figures;
  private final MicroTable table;

  public MicroPage(StoredMicro micro, List<Figure> figures, MicroTable table) {
    this.micro = micro;
    this.figures = figures;
    this.table = table;
  }

  public String html() {
    StringBuilder page = IndexPage.head(micro.name());
    micro
        .notes()
        .forEach(
            note -> IndexPage.element(page, "p", "<strong>" + Html.escape(note) + "</strong>"));
    list(page, "Failed", micro.failures());
    list(page, "Warnings of JMH", micro.warnings());
    IndexPage.element(page, "h2", "Figures");
    figures.forEach(figure -> page.append(IndexPage.figure(figure)));
    if (!table.stompCells().isEmpty()) {
      IndexPage.element(page, "h2", "What STOMP adds");
      page.append(HtmlTable.grouped(table.stompHeader(), table.stompCells()));
      IndexPage.element(page, "p", Html.escape(table.stompCaption()));
    }
    IndexPage.element(page, "h2", "All rows");
    page.append(HtmlTable.grouped(table.header(), table.cells()));
    IndexPage.element(page, "p", Html.escape(table.caption()));
    IndexPage.element(page, "p", IndexPage.files("tables/micro", List.of("csv", "md")));
    IndexPage.element(page, "h2", "How it was run");
    IndexPage.element(page, "pre", Html.escape(micro.manifest().toPrettyString()));
    return page.append("</body>\n</html>\n").toString();
  }

  /** Nothing at all where there is nothing to list. */
  private static void list(StringBuilder page, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      IndexPage.element(page, "h2", title);
      StringBuilder items = new StringBuilder("\n");
      lines.forEach(line -> IndexPage.element(items, "li", Html.escape(line)));
      IndexPage.element(page, "ul", items.toString());
    }
  }
}
