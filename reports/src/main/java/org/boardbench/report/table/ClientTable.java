package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.stored.ClientMeasure;
import org.boardbench.report.stored.ClientStarts;
import org.boardbench.report.stored.StoredClientShare;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.reason.InvalidReason;

/** How much of RTT and loss may be the client's, by target, users and client. */
public record ClientTable(StoredClientShare run) {
  private static final ClientMeasure FROM_SEND = ClientMeasure.FROM_SEND_P95_MS;
  private static final ClientMeasure FROM_DUE = ClientMeasure.of(ClientColumns.RTT_P95_MS);
  private static final ClientMeasure SENTINELS = ClientMeasure.of(ClientColumns.SENTINEL_P95_MS);
  private static final ClientMeasure LOSS = ClientMeasure.of(ClientColumns.LOSS_PCT);
  private static final ClientMeasure SENTINELS_LOSS =
      ClientMeasure.of(ClientColumns.SENTINEL_LOSS_PCT);
  private static final ClientMeasure SEND_DELAY = ClientMeasure.of(ClientColumns.SEND_DELAY_P99_MS);
  private static final ClientMeasure CPU = ClientMeasure.of(ClientColumns.CLIENT_CPU_MEAN_PCT);

  private static final List<String> HEADER =
      List.of(
          "Target",
          "Users",
          "Client",
          "Starts",
          "RTT p95 from the send (ms)",
          "Sentinels p95 (ms)",
          "Client's share of RTT p95 (ms)",
          "Loss (%)",
          "Sentinels' loss (%)",
          "Client's share of loss (%)",
          "Sent late p99 (ms)",
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
          "client_cpu_mean_pct",
          "from_send_p95_ms",
          "send_delay_p99_ms",
          "invalid_reasons");

  /** What a reader must not take for a finding. */
  private static final String MARK = "!";

  /** The starts of one client at one load. */
  private record Line(StoredClientShare run, String target, int users, String client) {
    int starts() {
      return run.starts(target, users, client).size();
    }

    double median(ClientMeasure measure) {
      return Spread.of(run.starts(target, users, client, measure).figures()).median();
    }

    ClientsShare share(ClientMeasure own, ClientMeasure seen) {
      return ClientsShare.of(run.starts(target, users, client, own.less(seen)).figures());
    }

    String cell(ClientMeasure measure) {
      ClientStarts starts = run.starts(target, users, client, measure);
      return marked(NumberText.rounded(median(measure)), starts);
    }

    String shareCell(ClientMeasure own, ClientMeasure seen) {
      return marked(share(own, seen).text(), run.starts(target, users, client, own.less(seen)));
    }

    private static String marked(String text, ClientStarts starts) {
      return text.isEmpty() || starts.isBelieved() ? text : text + MARK;
    }

    /** The codes of all its starts. */
    String reasons() {
      return run.starts(target, users, client).stream()
          .flatMap(row -> InvalidReason.of(row.text(ClientColumns.INVALID_REASONS)).stream())
          .map(InvalidReason::code)
          .distinct()
          .sorted()
          .collect(Collectors.joining(" "));
    }
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (String target : run.targets()) {
      for (int users : run.users(target)) {
        for (String client : run.clients()) {
          Line line = new Line(run, target, users, client);
          if (line.starts() > 0) {
            lines.add(line);
          }
        }
      }
    }
    return lines;
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
                line.cell(FROM_SEND),
                line.cell(SENTINELS),
                line.shareCell(FROM_SEND, SENTINELS),
                line.cell(LOSS),
                line.cell(SENTINELS_LOSS),
                line.shareCell(LOSS, SENTINELS_LOSS),
                line.cell(SEND_DELAY),
                line.cell(CPU)))
        .toList();
  }

  /** For programs: all digits. */
  public String csv() {
    return CsvTable.of(CSV_HEADER, lines().stream().map(ClientTable::csvCells).toList());
  }

  private static List<String> csvCells(Line line) {
    ClientsShare rtt = line.share(FROM_SEND, SENTINELS);
    ClientsShare loss = line.share(LOSS, SENTINELS_LOSS);
    List<String> cells =
        new ArrayList<>(
            List.of(
                line.target(),
                Integer.toString(line.users()),
                line.client(),
                Integer.toString(line.starts())));
    DoubleStream.of(
            line.median(FROM_DUE),
            line.median(SENTINELS),
            rtt.mean(),
            rtt.low(),
            rtt.high(),
            line.median(LOSS),
            line.median(SENTINELS_LOSS),
            loss.mean(),
            loss.low(),
            loss.high(),
            line.median(CPU),
            line.median(FROM_SEND),
            line.median(SEND_DELAY))
        .mapToObj(value -> NumberText.toDecimals(value, 4))
        .forEach(cells::add);
    cells.add(line.reasons());
    return cells;
  }

  /** For Markdown pages. */
  public String markdown() {
    return caption() + "\n\n" + MarkdownTable.of(HEADER, 1, 0, cells());
  }

  /** In full sentences. */
  public String caption() {
    return "Medians over fresh starts; of shares the mean, and from three starts on its 95 % interval. RTT counts from"
        + " the real send, as all clients here take it: of boardbench that is the service time. The"
        + " client's share of a start is what it says less what passive users on the same boards saw meanwhile, by"
        + " the kernel's clock: it is no server's. Its RTT goes to its own connection and back, theirs"
        + " from a message's send to another connection, so that a small difference of either sign"
        + " is none. Starts whose row says that a figure may not be believed are left out of it; where there is no"
        + " other, all are in, and "
        + MARK
        + " stands behind. Empty is what a client cannot know.";
  }
}
