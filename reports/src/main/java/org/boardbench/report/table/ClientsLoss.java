package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.stored.ClientMeasure;
import org.boardbench.report.stored.StoredClientShare;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.row.ClientRecord;

/**
 * What clients and sentinels lost at the smallest load, beside what the paper lost in its first
 * stage: claim 8 of {@code bench/experiments/paper.claims.yaml}.
 */
public record ClientsLoss(StoredClientShare run) {
  /** The paper's whole percents begin here. */
  private static final double ONE_PERCENT = 0.5;

  private static final ClientMeasure CLIENT = ClientMeasure.of(ClientColumns.LOSS_PCT);
  private static final ClientMeasure SERVER = ClientMeasure.of(ClientColumns.SENTINEL_LOSS_PCT);
  private static final ClientMeasure BOOKS = ClientMeasure.of(ClientColumns.BOOKS_LOSS_PCT);

  /** The most of one client on one target. */
  private record Most(String target, String client, double pct) {
    String words() {
      return "%s %% (%s on %s)".formatted(NumberText.rounded(pct), client, target);
    }
  }

  /** In full; none when nobody knows what was lost. */
  public List<String> sentences() {
    int users = run.targets().stream().mapToInt(of -> run.users(of).getFirst()).min().orElse(0);
    Optional<Most> server = most(users, SERVER, run.clients());
    Optional<Most> client = most(users, CLIENT, others());
    List<String> sentences = new ArrayList<>();
    if (server.isPresent() && client.isPresent()) {
      sentences.add(
          ("With %d users, the smallest load here, sentinels lost at most %s of a hold, and other"
                  + " clients than boardbench say that they lost at most %s.")
              .formatted(users, server.get().words(), client.get().words()));
      sentences.add(
          "The paper has 1 to 3 % lost at every server in its first stage, while connections start"
              + " (claim 8): "
              + answer(server.get().pct(), client.get().pct()));
    }
    most(users, BOOKS, others())
        .ifPresent(missing ->
            sentences.add(
                "From the first join on, the ramp included, such a client and the sentinels together"
                    + " missed at most "
                    + missing.words()
                    + " of what the server's own books say it delivered."));
    return sentences;
  }

  private static String answer(double server, double client) {
    if (server >= ONE_PERCENT) {
      return "here a server lost as much, too.";
    }
    return client >= ONE_PERCENT
        ? "here that is what a client says of servers that lost less."
        : "here neither a server nor a client lost as much in a hold, which begins when all have"
            + " joined.";
  }

  private List<String> others() {
    return run.clients().stream().filter(name -> !name.equals(ClientRecord.BOARDBENCH)).toList();
  }

  private Optional<Most> most(int users, ClientMeasure measure, List<String> clients) {
    return run.targets().stream()
        .flatMap(target ->
            clients.stream()
                .map(client ->
                    new Most(
                        target,
                        client,
                        Spread.of(run.starts(target, users, client, measure).figures()).median())))
        .filter(most -> !Double.isNaN(most.pct()))
        .max(Comparator.comparingDouble(Most::pct));
  }
}
