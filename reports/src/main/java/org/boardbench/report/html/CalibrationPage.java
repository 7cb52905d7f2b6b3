package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.StoredCalibration;
import org.boardbench.report.table.TruthTable;

/** {@code index.html} of a calibration, made as that of a run. */
public final class CalibrationPage {
  private final StoredCalibration calibration;
  private final List<Figure> figures;
  private final TruthTable table;

  public CalibrationPage(StoredCalibration calibration, List<Figure> figures, TruthTable table) {
    this.calibration = calibration;
    this.figures = figures;
    this.table = table;
  }

  public String html() {
    StringBuilder page = IndexPage.head(calibration.name());
    calibration
        .notes()
        .forEach(
            note -> IndexPage.element(page, "p", "<strong>" + Html.escape(note) + "</strong>"));
    IndexPage.element(page, "h2", "Missed");
    IndexPage.element(page, calibration.failures().isEmpty() ? "p" : "ul", failures());
    IndexPage.element(page, "h2", "Figures");
    figures.forEach(figure -> page.append(IndexPage.figure(figure)));
    IndexPage.element(page, "h2", "Truth");
    page.append(HtmlTable.grouped(table.header(), table.cells()));
    IndexPage.element(page, "p", Html.escape(table.caption()));
    IndexPage.element(page, "p", IndexPage.files("tables/calibration", List.of("csv", "md")));
    IndexPage.element(page, "h2", "How it was run");
    IndexPage.element(page, "pre", Html.escape(calibration.manifest().toPrettyString()));
    return page.append("</body>\n</html>\n").toString();
  }

  private String failures() {
    List<String> failures = calibration.failures();
    if (failures.isEmpty()) {
      return "Nothing.";
    }
    StringBuilder items = new StringBuilder("\n");
    failures.forEach(failure -> IndexPage.element(items, "li", Html.escape(failure)));
    return items.toString();
  }
}
