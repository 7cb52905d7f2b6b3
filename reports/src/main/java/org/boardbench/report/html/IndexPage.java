package org.boardbench.report.html;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.ResultTable;

/**
 * {@code index.html}: notes, table, verdicts, users whose connection failed, what limited the
 * servers, calibration, explanation, all figures, and the run's manifest. It refers to the report's
 * own files only, and holds no script.
 */
public final class IndexPage {
  static final String STYLE =
      """
      body { font: 15px/1.45 sans-serif; max-width: 200mm; margin: 2em auto; padding: 0 1em; }
      h1, h2 { line-height: 1.2; }
      figure { margin: 0 0 2em; break-inside: avoid; }
      figure img { max-width: 100%; height: auto; }
      figcaption { font-size: 13px; color: #333; max-width: 180mm; }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; font-size: 12px; font-variant-numeric: tabular-nums; }
      th { vertical-align: bottom; border-bottom: 1px solid #000; }
      th, td { padding: 2px 6px; text-align: right; }
      th:first-child, td:first-child { text-align: left; white-space: nowrap; }
      tr.first td { border-top: 1px solid #ccc; }
      tr.invalid td { color: #777; font-style: italic; }
      table.reasons tr > :last-child, table.text th, table.text td { text-align: left; }
      table.text td { vertical-align: top; border-top: 1px solid #ccc; }
      table.text td:last-child { overflow-wrap: anywhere; }
      small { color: #555; white-space: nowrap; }
      pre { font-size: 11px; white-space: pre-wrap; overflow-wrap: anywhere; }
      @media print {
        body { max-width: none; margin: 0; font-size: 10pt; }
        table { font-size: 6.5pt; }
        th, td { padding: 1px 3px; }
      }
      """;

  private final StoredRun run;
  private final List<Figure> figures;
  private final ResultTable table;
  private final Optional<Explanation> explanation;
  private final Optional<Figure> explained;

  /**
   * @param figures without the explanation's
   * @param explanation empty when no run of the microbenchmarks was looked at
   * @param explained its figure; empty when nothing was explained
   */
  public IndexPage(
      StoredRun run,
      List<Figure> figures,
      ResultTable table,
      Optional<Explanation> explanation,
      Optional<Figure> explained) {
    this.run = run;
    this.figures = figures;
    this.table = table;
    this.explanation = explanation;
    this.explained = explained;
  }

  public String html() {
    StringBuilder page = head(run.name());
    run.notes().forEach(note -> element(page, "p", "<strong>" + Html.escape(note) + "</strong>"));
    Variants.of(run).notes().forEach(note -> element(page, "p", Html.escape(note)));
    element(page, "h2", "Results");
    page.append(HtmlTable.of(table));
    element(page, "p", files("tables/results", List.of("csv", "md", "tex")));
    element(page, "h2", "Which rows are valid");
    page.append(new VerdictSection(run.stages()).html());
    page.append(new LostUsersSection(run.stages(), Variants.of(run).order()).html());
    page.append(new ServerSection(StageGroup.of(run)).html());
    page.append(CalibrationSection.of(run.manifest()));
    page.append(ExplainedSection.of(explanation, explained));
    element(page, "h2", "Figures");
    figures.forEach(figure -> page.append(figure(figure)));
    element(page, "h2", "How it was run");
    element(page, "pre", Html.escape(run.manifest().toPrettyString()));
    return page.append("</body>\n</html>\n").toString();
  }

  /** Up to the page's first heading. */
  static StringBuilder head(String name) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    page.append("<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    element(page, "title", Html.escape(name));
    element(page, "style", "\n" + STYLE);
    page.append("</head>\n<body>\n");
    element(page, "h1", Html.escape(name));
    return page;
  }

  static String figure(Figure figure) {
    String path = "figures/" + figure.name();
    // The width is the figure's true one, so that it prints as it will be in a paper.
    return "<figure>\n<img src=\"%s.svg\" alt=\"%s\" style=\"width: %smm\">\n"
            .formatted(
                Html.escape(path),
                Html.escape(figure.name()),
                BigDecimal.valueOf(figure.widthMm()).stripTrailingZeros().toPlainString())
        + "<figcaption>%s %s</figcaption>\n</figure>\n"
            .formatted(Html.escape(figure.caption()), files(path, List.of("png", "svg", "pdf")));
  }

  static String files(String path, List<String> extensions) {
    return extensions.stream()
        .map(e ->
            "<a href=\""
                + Html.escape(path)
                + "."
                + e
                + "\">"
                + e.toUpperCase(Locale.ROOT)
                + "</a>")
        .collect(Collectors.joining(" "));
  }

  static void element(StringBuilder page, String name, String content) {
    page.append('<').append(name).append('>').append(content);
    page.append("</").append(name).append(">\n");
  }
}
