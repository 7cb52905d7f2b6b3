package org.boardbench.report.html;

import java.util.List;
import java.util.Optional;
import org.boardbench.report.summary.RankingTable;

/**
 * Where one variant is among all.
 *
 * @param rows its row of the ranking; none where the ranking leaves it out
 */
public record VariantAnswerSection(RankingTable ranking, List<RankingTable.Row> rows)
    implements Section {
  public VariantAnswerSection {
    rows = List.copyOf(rows);
  }

  @Override
  public String anchor() {
    return "summary";
  }

  @Override
  public String title() {
    return "In short";
  }

  @Override
  public boolean isThere() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "variantAnswerSection";
  }

  /**
   * {@code =1 of 12, by an RTT p95 of 1.21 ms (0.729–2.01) at 1000 users; 8 starts of each would
   * tell it from the first of its rank}.
   */
  String rank(RankingTable.Row row) {
    String of =
        row.isFloor()
            ? "none, as the floor of the others, with"
            : row.rank().isEmpty()
                ? "none of so few starts;"
                : row.rank() + " of " + ranking.contestants() + ", by";
    return of
        + " an RTT p95 of "
        + row.rttMs()
        + " ms"
        + (row.interval().isEmpty() ? "" : " (" + row.interval() + ")")
        + " at "
        + ranking.run().ranking().orElseThrow().users()
        + " users"
        + startsNeeded(row.variant())
            .map(starts ->
                "; " + starts + " starts of each, in all, would tell it from the first of its rank")
            .orElse("");
  }

  private Optional<Integer> startsNeeded(String variant) {
    return ranking.run().bestFirst().stream()
        .filter(place -> ranking.run().hasRanks() && place.isShared())
        .filter(place -> place.variant().equals(variant))
        .flatMap(place -> place.startsNeeded().stream().boxed())
        .findFirst();
  }
}
