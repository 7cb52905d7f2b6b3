package org.boardbench.view.terminal.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.capacity.CapacityWords;
import org.boardbench.results.column.StoredCapacities;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.table.Cells;
import org.boardbench.statistics.Refusal;
import org.boardbench.view.terminal.text.Figures;
import org.boardbench.view.terminal.text.TextTable;

/** What a search for capacities has come to: a row for each variant and objective. */
final class CapacityTable {
  private final StoredCapacities capacities;
  private final List<CapacityRecord> unconfirmed;

  /**
   * @param unconfirmed what is known of variants whose search was broken off in its confirmations
   */
  CapacityTable(StoredCapacities capacities, List<CapacityRecord> unconfirmed) {
    this.capacities = capacities;
    this.unconfirmed = List.copyOf(unconfirmed);
  }

  /** The table, what its columns mean, and which searches are not at their end. */
  String text() {
    List<CapacityRecord> results =
        Stream.concat(capacities.results().stream(), unconfirmed.stream()).toList();
    TextTable table =
        new TextTable(
            "target",
            objectiveHeader(),
            "users",
            "95 % interval",
            "lower",
            "upper",
            "per core",
            "per 100 MiB");
    results.forEach(row -> table.row(cells(row)));
    return table.text().stripTrailing()
        + (results.isEmpty() ? "" : "\n" + legend(results))
        + unfinished();
  }

  private String[] cells(CapacityRecord row) {
    return new String[] {
      row.target(),
      objective(row.objective()),
      row.isUndecided() ? "undecided" : shown(CapacityWords.users(row)),
      shown(CapacityWords.interval(row)),
      users(row.lowerUsers()),
      users(row.upperUsers()),
      users(row.density().usersPerCore()),
      users(row.density().usersPer100Mib())
    };
  }

  private String objectiveHeader() {
    return "p99 ≤" + (haveOneLossBound() ? "" : ", loss %, drops ≤");
  }

  private String objective(CapacityRecord.Objective objective) {
    String rtt = String.format(Locale.ROOT, "%.0f ms", objective.rttP99Ms());
    return haveOneLossBound()
        ? rtt
        : rtt + ", " + Cells.shortest(objective.owedLossPct()) + ", " + objective.disconnects();
  }

  private boolean haveOneLossBound() {
    return capacities.rows().stream()
            .map(CapacityRecord::objective)
            .map(bound -> List.of(bound.owedLossPct(), bound.disconnects()))
            .distinct()
            .count()
        <= 1;
  }

  private String legend(List<CapacityRecord> results) {
    CapacityRecord.Objective first = results.getFirst().objective();
    StringBuilder text = new StringBuilder(" users: the most that keep an RTT p99 of so much");
    if (haveOneLossBound()) {
      text.append(
          String.format(
              Locale.ROOT,
              ", with %s %% of the owed lost and %d dropped at most",
              Cells.shortest(first.owedLossPct()),
              first.disconnects()));
    }
    text.append(
        """
        ;
         the geometric mean of fresh starts. per core, per 100 MiB: of those users, by what the server used.
        """);
    if (results.stream().anyMatch(row -> row.isAtLeast() && !row.isUndecided())) {
      text.append(" ≥: at least so many; the driver's limit or the last load came first.\n");
    }
    if (results.stream().anyMatch(CapacityTable::isAtMost)) {
      text.append(" ≤: at most so many; below its first load nothing is known of a start.\n");
    }
    if (results.stream().anyMatch(CapacityTable::hasTooFewStarts)) {
      text.append(" An interval takes three starts that kept the objective under some load.\n");
    }
    if (results.stream()
        .anyMatch(row -> row.lowerUsers().isPresent() || row.upperUsers().isPresent())) {
      text.append(
          """
           lower, upper: the highest load that at least half of the starts with a longer hold kept, the lowest
           that more than half violated.
          """);
    }
    return text + open(results);
  }

  /** Of each variant with such a result, which are open below or undecided, and why. */
  private String open(List<CapacityRecord> results) {
    Map<String, String> lines = new LinkedHashMap<>();
    results.stream()
        .filter(row -> row.isUndecided() || isAtMost(row))
        .forEach(row ->
            lines.merge(
                row.target(),
                objective(row.objective()) + ": " + why(row),
                (one, other) -> one + "; " + other));
    StringBuilder text = new StringBuilder();
    lines.forEach((target, why) -> text.append(" %s, %s.\n".formatted(target, why)));
    return text.toString();
  }

  private static boolean isAtMost(CapacityRecord row) {
    return row.censored().isAtMost() && row.capacity().users().isPresent();
  }

  private static String why(CapacityRecord row) {
    return row.isUndecided()
        ? "undecided, " + CapacityWords.whyUndecided(row)
        : CapacityWords.violatedAtOnce(row);
  }

  private static boolean hasTooFewStarts(CapacityRecord row) {
    return row.capacity().users().isPresent()
        && row.capacity().starts().orElse(0) < Refusal.LEAST_STARTS
        && !row.isAtLeast();
  }

  private static String shown(String text) {
    return text.isEmpty() ? Figures.NOT_MEASURED : text;
  }

  /** Those that a run has begun and that have no result, and what they lack. */
  private String unfinished() {
    Map<String, List<CapacityRecord>> variants =
        capacities.rows().stream()
            .collect(
                Collectors.groupingBy(
                    CapacityRecord::target, LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    variants.forEach((variant, rows) -> {
      if (unconfirmed.stream().anyMatch(row -> row.target().equals(variant))) {
        lines.add(" " + variant + ": broken off, lower and upper are not confirmed yet\n");
      } else if (rows.stream().noneMatch(row -> row.part() == CapacityPart.RESULT)) {
        long starts = rows.stream().flatMap(row -> row.start().stream()).distinct().count();
        lines.add(
            " "
                + variant
                + ": no result yet, "
                + starts
                + (starts == 1 ? " start\n" : " starts\n"));
      }
    });
    return String.join("", lines);
  }

  private static String users(OptionalInt users) {
    return users.isPresent() ? Integer.toString(users.getAsInt()) : Figures.NOT_MEASURED;
  }

  private static String users(OptionalDouble users) {
    return users.isPresent()
        ? String.format(Locale.ROOT, "%.0f", users.getAsDouble())
        : Figures.NOT_MEASURED;
  }
}
