package org.boardbench.report.html;

import java.util.Arrays;
import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.StoredClientShare;
import org.boardbench.report.table.ClientTable;
import org.boardbench.report.table.ClientsLoss;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.reason.ClientFigure;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.table.StoredRow;

/** {@code index.html} of a run of several clients, made as that of a run. */
public record ClientSharePage(StoredClientShare run, List<Figure> figures, ClientTable table) {
  public ClientSharePage {
    figures = List.copyOf(figures);
  }

  public String html() {
    return Templates.html("clientSharePage", this);
  }

  /** What the loss of servers and clients says of the paper's first stage. */
  List<String> loss() {
    return new ClientsLoss(run).sentences();
  }

  /** Each reason that this run has: in how many holds, which figures it is about, what it says. */
  List<List<String>> reasons() {
    return Arrays.stream(ClientReason.values())
        .filter(reason -> holds(reason) > 0)
        .map(reason ->
            List.of(
                reason.key(),
                Long.toString(holds(reason)),
                ClientFigure.cell(reason.figures()),
                reason.meaning()))
        .toList();
  }

  private long holds(ClientReason reason) {
    return run.rows().stream()
        .filter(row ->
            InvalidReason.of(row.text(ClientColumns.INVALID_REASONS)).stream()
                .anyMatch(found -> found.code().equals(reason.key())))
        .count();
  }

  /** Each hold that has one: whose it is, and what was measured and its bound. */
  List<List<String>> doubtful() {
    return run.rows().stream()
        .filter(row -> !row.text(ClientColumns.INVALID_REASONS).isEmpty())
        .map(ClientSharePage::doubtful)
        .toList();
  }

  private static List<String> doubtful(StoredRow<ClientRecord> row) {
    return List.of(
        row.text(ClientColumns.TARGET),
        row.text(ClientColumns.USERS),
        row.text(ClientColumns.CLIENT),
        row.text(ClientColumns.REPETITION),
        row.text(ClientColumns.INVALID_REASONS));
  }
}
