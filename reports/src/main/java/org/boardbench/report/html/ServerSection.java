package org.boardbench.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.report.statistics.Bottleneck;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/** What the servers had of the machine, what they lacked, and how fast they took users in. */
final class ServerSection {
  private record Heading(Column<StageRecord> figure, String title) {}

  private static final List<Heading> HAD =
      List.of(
          new Heading(StageExtras.CORES_AVAILABLE, "Cores available"),
          new Heading(StageCosts.CPU_MEAN_PCT, "CPU mean (%)"),
          new Heading(StageExtras.BUSIEST_THREAD_PCT, "Busiest thread (%)"),
          new Heading(StageExtras.TARGET_RUN_DELAY_PCT, "Run delay (%)"),
          new Heading(StageExtras.FOREIGN_CPU_PCT, "Foreign CPU (%)"));
  private static final String HAD_WORDS =
      "Cores available are those of the machine or of the server's limit, less what the driver and"
          + " foreign work took. The busiest thread is in percent of one core. Run delay is how long"
          + " the server's threads were ready to run and had no core, in percent of the hold."
          + " Foreign CPU was used by processes that are neither the driver's nor the target's, in"
          + " percent of one core.";
  private static final List<Heading> TAKEN_IN =
      List.of(
          new Heading(StageExtras.CONNECT_P50_MS, "Connect p50 (ms)"),
          new Heading(StageExtras.CONNECT_P99_MS, "Connect p99 (ms)"),
          new Heading(StageExtras.JOIN_P99_MS, "Join p99 (ms)"));
  private static final String TAKEN_IN_WORDS =
      "From the first packet of a connection until the WebSocket's handshake was done (connect), and"
          + " until the user had joined its board (join). Attempts that failed are not among them.";

  private final List<StageGroup> groups;

  ServerSection(List<StageGroup> groups) {
    this.groups = groups;
  }

  /** With headings; empty for runs that did not measure it. */
  String html() {
    List<Heading> had = measured(HAD.stream().filter(c -> c.figure().isOptional()).toList());
    StringBuilder html = new StringBuilder();
    if (!had.isEmpty() || hasWords()) {
      html.append("<h2>What limited the servers</h2>\n")
          .append(meanings())
          .append(table(measured(HAD), true))
          .append(Html.paragraph(HAD_WORDS));
    }
    List<Heading> takenIn = measured(TAKEN_IN);
    if (!takenIn.isEmpty()) {
      html.append("<h2>Connecting and joining</h2>\n")
          .append(table(takenIn, false))
          .append(Html.paragraph(TAKEN_IN_WORDS));
    }
    return html.toString();
  }

  private boolean hasWords() {
    return words().findAny().isPresent();
  }

  private Stream<String> words() {
    return groups.stream()
        .flatMap(group -> group.words(StageExtras.BOTTLENECK).stream())
        .distinct();
  }

  private List<Heading> measured(List<Heading> columns) {
    return columns.stream()
        .filter(c -> groups.stream().anyMatch(g -> g.spread(c.figure()).isMeasured()))
        .toList();
  }

  private String meanings() {
    if (!hasWords()) {
      return Html.paragraph("Every server kept up, as far as that was measured.");
    }
    StringBuilder items = new StringBuilder("\n");
    words().sorted().forEach(word -> IndexPage.element(items, "li", meaning(word)));
    StringBuilder list = new StringBuilder();
    IndexPage.element(list, "ul", items.toString());
    return list.toString();
  }

  private static String meaning(String word) {
    Optional<String> known = Bottleneck.of(word).map(Bottleneck::meaning);
    String none =
        word.equals(Bottleneck.NONE)
            ? "It could not keep up, and nothing was found that it lacked."
            : "A word that this report does not know.";
    return "<strong>" + Html.escape(word) + "</strong>: " + Html.escape(known.orElse(none));
  }

  private String table(List<Heading> columns, boolean withBottleneck) {
    List<String> header = new ArrayList<>(List.of("Target", "Users"));
    columns.forEach(column -> header.add(column.title()));
    if (withBottleneck) {
      header.add("Bottleneck");
    }
    return HtmlTable.grouped(
        header, groups.stream().map(group -> row(group, columns, withBottleneck)).toList());
  }

  private static List<String> row(StageGroup group, List<Heading> columns, boolean withBottleneck) {
    List<String> cells = new ArrayList<>();
    cells.add(group.target());
    cells.add(Integer.toString(group.users()));
    columns.forEach(c -> cells.add(NumberText.rounded(group.spread(c.figure()).median())));
    if (withBottleneck) {
      cells.add(String.join(", ", group.words(StageExtras.BOTTLENECK)));
    }
    return cells;
  }
}
