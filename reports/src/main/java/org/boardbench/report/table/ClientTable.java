package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.stored.StoredClientShare;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.table.Column;

/** How much of RTT and loss may be the client's, by target, users and client. */
public record ClientTable(StoredClientShare run) {
  private static final List<String> HEADER =
      List.of(
          "Target",
          "Users",
          "Client",
          "Starts",
          "RTT p95 (ms)",
          "Sentinels p95 (ms)",
          "Client's share of RTT p95 (ms)",
          "Loss (%)",
          "Sentinels' loss (%)",
          "Client's share of loss (%)",
          "Client's CPU (%)");

  private static final List<String> CSV_HEADER =
      List.of(
          "target",
          "users",
          "client",
          "starts",
          "rtt_p95_ms",
          "sentinel_p95_ms",
          "rtt_p95_share_ms",
          "rtt_p95_share_low_ms",
          "rtt_p95_share_high_ms",
          "loss_pct",
          "sentinel_loss_pct",
          "loss_share_pct",
          "loss_share_low_pct",
          "loss_share_high_pct",
          "client_cpu_mean_pct");

  /** One row's figures over its starts. */
  private record Line(
      String target,
      int users,
      String client,
      int starts,
      Spread rtt,
      Spread sentinels,
      ClientsShare rttShare,
      Spread loss,
      Spread sentinelsLoss,
      ClientsShare lossShare,
      Spread cpu) {}

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (String target : run.targets()) {
      for (int users : run.users(target)) {
        for (String client : run.clients()) {
          int starts = run.starts(target, users, client).size();
          if (starts > 0) {
            lines.add(line(target, users, client, starts));
          }
        }
      }
    }
    return lines;
  }

  private Line line(String target, int users, String client, int starts) {
    return new Line(
        target,
        users,
        client,
        starts,
        spread(target, users, client, ClientColumns.RTT_P95_MS),
        spread(target, users, client, ClientColumns.SENTINEL_P95_MS),
        ClientsShare.of(
            run.shares(
                target, users, client, ClientColumns.RTT_P95_MS, ClientColumns.SENTINEL_P95_MS)),
        spread(target, users, client, ClientColumns.LOSS_PCT),
        spread(target, users, client, ClientColumns.SENTINEL_LOSS_PCT),
        ClientsShare.of(
            run.shares(
                target, users, client, ClientColumns.LOSS_PCT, ClientColumns.SENTINEL_LOSS_PCT)),
        spread(target, users, client, ClientColumns.CLIENT_CPU_MEAN_PCT));
  }

  private Spread spread(String target, int users, String client, Column<ClientRecord> figure) {
    DoubleStream figures = run.figures(target, users, client, figure);
    return Spread.of(figures);
  }

  public List<String> header() {
    return HEADER;
  }

  /** For readers. */
  public List<List<String>> cells() {
    return lines().stream()
        .map(line ->
            List.of(
                line.target(),
                Integer.toString(line.users()),
                line.client(),
                Integer.toString(line.starts()),
                NumberText.rounded(line.rtt().median()),
                NumberText.rounded(line.sentinels().median()),
                line.rttShare().text(),
                NumberText.rounded(line.loss().median()),
                NumberText.rounded(line.sentinelsLoss().median()),
                line.lossShare().text(),
                NumberText.rounded(line.cpu().median())))
        .toList();
  }

  /** For programs: all digits. */
  public String csv() {
    return CsvTable.of(CSV_HEADER, lines().stream().map(ClientTable::csvCells).toList());
  }

  private static List<String> csvCells(Line line) {
    List<String> cells = new ArrayList<>();
    cells.addAll(
        List.of(
            line.target(),
            Integer.toString(line.users()),
            line.client(),
            Integer.toString(line.starts())));
    DoubleStream.of(
            line.rtt().median(),
            line.sentinels().median(),
            line.rttShare().mean(),
            line.rttShare().low(),
            line.rttShare().high(),
            line.loss().median(),
            line.sentinelsLoss().median(),
            line.lossShare().mean(),
            line.lossShare().low(),
            line.lossShare().high(),
            line.cpu().median())
        .mapToObj(value -> NumberText.toDecimals(value, 4))
        .forEach(cells::add);
    return cells;
  }

  /** For Markdown pages. */
  public String markdown() {
    return caption() + "\n\n" + MarkdownTable.of(HEADER, 1, 0, cells());
  }

  /** In full sentences. */
  public String caption() {
    return "Medians over fresh starts; of shares the mean, and from three starts on its 95 % interval. The"
        + " client's share of a start is what it says less what passive users on the same boards saw meanwhile, by"
        + " the kernel's clock: it is no server's. Its RTT goes to its own connection and back, theirs"
        + " from a message's send to another connection, so that a small difference of either sign"
        + " is none. Empty is what a client cannot know.";
  }
}
