package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.capacity.CapacityWords;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.CapacityColumns;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.table.Column;

/** What a search has found of each variant and objective, with how sure it is. */
public final class CapacityTable {
  private static final List<Column<CapacityRecord>> EXACT =
      List.of(
          CapacityColumns.TARGET,
          CapacityColumns.OBJECTIVE,
          CapacityColumns.RTT_P99_BOUND_MS,
          CapacityColumns.OWED_LOST_BOUND_PCT,
          CapacityColumns.DISCONNECTS_BOUND,
          CapacityColumns.AT_LEAST,
          CapacityColumns.USERS,
          CapacityColumns.USERS_LOW,
          CapacityColumns.USERS_HIGH,
          CapacityColumns.STARTS,
          CapacityColumns.LOWER_USERS,
          CapacityColumns.UPPER_USERS,
          CapacityColumns.USERS_PER_CORE,
          CapacityColumns.USERS_PER_100_MIB,
          CapacityColumns.AT_MOST,
          CapacityColumns.AT_LEAST_STARTS,
          CapacityColumns.AT_MOST_STARTS);

  private static final String UNDECIDED = "undecided";

  private final List<CapacityRecord> results;
  private final List<String> unfinished;
  private final List<String> unconfirmed;

  private CapacityTable(
      List<CapacityRecord> results, List<String> unfinished, List<String> unconfirmed) {
    this.results = results;
    this.unfinished = unfinished;
    this.unconfirmed = unconfirmed;
  }

  public static CapacityTable of(StoredRun run) {
    Comparator<String> order = Variants.of(run).order();
    List<CapacityRecord> unconfirmed = run.unconfirmed();
    List<CapacityRecord> results =
        Stream.concat(run.capacities().stream(), unconfirmed.stream())
            .filter(row -> row.part() == CapacityPart.RESULT)
            .sorted(
                Comparator.comparing(CapacityRecord::target, order)
                    .thenComparingInt(row -> row.objective().number()))
            .toList();
    List<String> found = results.stream().map(CapacityRecord::target).toList();
    return new CapacityTable(
        results,
        run.capacities().stream()
            .map(CapacityRecord::target)
            .filter(target -> !found.contains(target))
            .distinct()
            .sorted(order)
            .toList(),
        unconfirmed.stream().map(CapacityRecord::target).distinct().sorted(order).toList());
  }

  /** Whether the run found, or began to look for, nothing of the kind. */
  public boolean isEmpty() {
    return results.isEmpty() && unfinished.isEmpty();
  }

  /** Sentences on variants whose search has not come to its end; empty when there is none. */
  public String unfinished() {
    return Stream.of(
            brokenOff("No result yet, because the search was broken off: ", unfinished),
            brokenOff(
                "Not confirmed by longer holds, because the search was broken off: ", unconfirmed))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String brokenOff(String what, List<String> variants) {
    return variants.isEmpty() ? "" : what + String.join(", ", variants) + ".";
  }

  /** What each variant carries by the strictest objective and by the loosest, a line each. */
  public List<String> summary() {
    List<CapacityRecord.Objective> objectives =
        results.stream()
            .map(CapacityRecord::objective)
            .distinct()
            .sorted(Comparator.comparingDouble(CapacityRecord.Objective::rttP99Ms))
            .toList();
    return objectives.isEmpty()
        ? List.of()
        : Stream.of(objectives.getFirst(), objectives.getLast())
            .distinct()
            .map(this::summary)
            .toList();
  }

  private String summary(CapacityRecord.Objective objective) {
    return "Most users with an RTT p99 of at most "
        + NumberText.exact(objective.rttP99Ms())
        + " ms: "
        + results.stream()
            .filter(row -> row.objective().equals(objective))
            .sorted(
                Comparator.comparingDouble(
                    (CapacityRecord row) -> -row.capacity().users().orElse(0)))
            .map(row -> row.target() + " " + words(row))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String words(CapacityRecord row) {
    String users = CapacityWords.users(row);
    if (users.isEmpty()) {
      return row.isUndecided() ? UNDECIDED : "none";
    }
    String interval = CapacityWords.interval(row);
    return users + (interval.isEmpty() ? "" : " (" + interval + ")");
  }

  /** For readers. */
  public ResultTable shown() {
    List<String> header = new ArrayList<>(List.of("Variant", objectiveTitle(), "Users", "Starts"));
    boolean isConfirmed = any(row -> row.lowerUsers().isPresent() || row.upperUsers().isPresent());
    if (isConfirmed) {
      header.addAll(List.of("Lower bound", "Upper bound"));
    }
    header.addAll(List.of("Users per core", "Users per 100 MiB"));
    return new ResultTable(
        header,
        results.stream()
            .map(row ->
                new ResultTable.Row(
                    row.target(), objective(row.objective()), true, cells(row, isConfirmed)))
            .toList(),
        caption(isConfirmed));
  }

  /** With all digits. */
  public String csv() {
    return CsvTable.of(
        EXACT.stream().map(Column::name).toList(),
        results.stream()
            .map(row -> EXACT.stream().map(column -> column.cell().apply(row)).toList())
            .toList());
  }

  private static List<ResultTable.Cell> cells(CapacityRecord row, boolean isConfirmed) {
    List<String> cells = new ArrayList<>();
    if (isConfirmed) {
      cells.add(users(row.lowerUsers()));
      cells.add(users(row.upperUsers()));
    }
    cells.add(users(row.density().usersPerCore()));
    cells.add(users(row.density().usersPer100Mib()));
    return Stream.concat(
            Stream.of(
                new ResultTable.Cell(
                    row.isUndecided() ? UNDECIDED : CapacityWords.users(row),
                    CapacityWords.interval(row)),
                new ResultTable.Cell(users(row.capacity().starts()), open(row))),
            cells.stream().map(cell -> new ResultTable.Cell(cell, "")))
        .toList();
  }

  /** {@code 2 at most}: how many of the starts say no more than that. */
  private static String open(CapacityRecord row) {
    return Stream.of(
            counted(row.censored().atLeastStarts(), "at least"),
            counted(row.censored().atMostStarts(), "at most"))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(OptionalInt starts, String words) {
    return starts.orElse(0) == 0 ? "" : starts.getAsInt() + " " + words;
  }

  private String objectiveTitle() {
    return haveOneLossBound() ? "RTT p99 ≤ (ms)" : "RTT p99 ≤ (ms); loss ≤ (%), drops ≤";
  }

  private String objective(CapacityRecord.Objective objective) {
    String rtt = NumberText.exact(objective.rttP99Ms());
    return haveOneLossBound()
        ? rtt
        : rtt + "; " + NumberText.exact(objective.owedLossPct()) + ", " + objective.disconnects();
  }

  private boolean haveOneLossBound() {
    return results.stream().map(CapacityTable::lossBound).distinct().count() <= 1;
  }

  private static List<Number> lossBound(CapacityRecord row) {
    return List.of(row.objective().owedLossPct(), row.objective().disconnects());
  }

  private String caption(boolean isConfirmed) {
    String loss =
        haveOneLossBound() && !results.isEmpty()
            ? ", at most %s %% of the owed deliveries lost and at most %d users dropped"
                .formatted(
                    NumberText.exact(results.getFirst().objective().owedLossPct()),
                    results.getFirst().objective().disconnects())
            : "";
    return "The most users at which a variant keeps the RTT p99"
        + loss
        + ": the geometric mean of fresh starts, each with a capacity of its own, and the 95 %"
        + " interval of the mean by Student's t on logarithms, widened by half a step at either"
        + " end. Users per core and per 100 MiB are of the highest load that a start kept, by the"
        + " cores that server and companions used and the server's mean memory there. An empty"
        + " cell: no load of the search kept the objective, or it was not measured."
        + (any(row -> row.isAtLeast() && !row.isUndecided())
            ? " ≥ is \"at least\": the driver's limit or the last load came first."
            : "")
        + (any(row -> row.censored().isAtMost())
            ? " ≤ is \"at most\": so many of the starts violated the objective at the first load at"
                + " which they looked for it, and nobody knows how much less they carry."
            : "")
        + (any(CapacityRecord::isUndecided)
            ? " Undecided: no valid hold decided it, or some starts are \"at most\" and others \"at"
                + " least\"."
            : "")
        + (isConfirmed
            ? " The lower bound is the highest load that at least half of the fresh starts with a"
                + " longer hold kept, the upper bound the lowest that more than half violated."
            : "");
  }

  private boolean any(Predicate<CapacityRecord> which) {
    return results.stream().anyMatch(which);
  }

  private static String users(OptionalDouble users) {
    return users.isPresent() ? NumberText.exact(Math.rint(users.getAsDouble())) : "";
  }

  private static String users(OptionalInt users) {
    return NumberText.count(users);
  }
}
