package org.boardbench.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.boardbench.findings.ranking.BrokenLoad;
import org.boardbench.findings.ranking.KeptLoad;
import org.boardbench.findings.ranking.Place;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.findings.starts.Sample;
import org.boardbench.report.table.NumberText;
import org.boardbench.statistics.Interval;

/**
 * Who did best where all did well, and where each broke first.
 *
 * @param variants of the run, in the plan's order; none where there is nothing to be ranked by
 * @param floors those of them that show what driver and kernel take alone
 * @param measured those of the run that have rows, and so a page
 */
public record RankingTable(
    RunSummary run, List<String> variants, Set<String> floors, Set<String> measured) {
  /** What the column is called that says how many starts would tell more. */
  static final String TO_TELL = "Starts to tell apart";

  /** What fits on a screen with all else that is there. */
  private static final int MOST_ROWS = 16;

  private static final String UNBROKEN = "none seen";

  public RankingTable {
    variants = List.copyOf(variants);
    floors = Set.copyOf(floors);
    measured = Set.copyOf(measured);
  }

  /** After the variant's. */
  public record Column(String title, Function<Row, String> cell) {}

  /**
   * One variant.
   *
   * @param kept the greatest load that it kept, {@code 1000 or more} where no greater one was
   *     tried, with how many starts did where not all; empty where it kept none, or nobody can say
   * @param rttMs empty where it is not ranked
   * @param interval empty where there is none
   * @param rank by the RTT p95 alone; shared ones begin with {@code =}; {@code floor}; empty where
   *     it is not ranked
   * @param startsNeeded how many starts of each, in all, would tell it from the first of its rank;
   *     {@code first of its rank} of that one; empty where it shares none
   * @param starts that the figure is of, {@code 2 of 3} where not all of them have it; empty where
   *     it is not ranked
   * @param breaks the first load that it did not keep, or what is known in its place
   * @param how in which ways; empty where it did not break
   */
  public record Row(
      String variant,
      boolean isFloor,
      String kept,
      String rttMs,
      String interval,
      String rank,
      String startsNeeded,
      String starts,
      String breaks,
      String how,
      String bottleneck) {}

  /** The first of them, as many as a first screen has room for. */
  public List<Row> first() {
    return rows().stream().limit(MOST_ROWS).toList();
  }

  /** The floor, and then who kept most users first; those that nobody can judge come last. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    run.bestFirst().stream()
        .filter(place -> variants.contains(place.variant()))
        .map(this::row)
        .forEach(rows::add);
    List<String> placed = rows.stream().map(Row::variant).toList();
    variants.stream()
        .filter(variant -> !placed.contains(variant))
        .sorted(
            Comparator.comparing((String variant) -> !floors.contains(variant))
                .thenComparing(this::isUndecided)
                .thenComparingInt(variant -> -run.mostUsersKept(variant))
                .thenComparingInt(this::brokenUsers))
        .forEach(variant -> rows.add(row(variant, Optional.empty())));
    return List.copyOf(rows);
  }

  /** How many are not among the first. */
  public int left() {
    return Math.max(0, variants.size() - MOST_ROWS);
  }

  /** How many have a rank, or could have. */
  public int contestants() {
    return variants.size() - floors.size();
  }

  public boolean isRanked() {
    return run.ranking().isPresent();
  }

  /** Those alone that have something to say in some row. */
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Most users kept", Row::kept));
    run.ranking()
        .ifPresent(ranking -> {
          columns.add(
              new Column("RTT p95 at %d users (ms)".formatted(ranking.users()), Row::rttMs));
          columns.add(new Column(run.confidenceWords() + " interval", Row::interval));
          if (run.hasRanks()) {
            columns.add(new Column("Rank", Row::rank));
            columns.add(new Column(TO_TELL, Row::startsNeeded));
          }
          columns.add(new Column("Valid starts", Row::starts));
        });
    columns.add(new Column("Breaks at (users)", Row::breaks));
    columns.add(new Column("How it broke", Row::how));
    columns.add(new Column("Bottleneck", Row::bottleneck));
    List<Row> rows = rows();
    return columns.stream()
        .filter(column ->
            rows.stream()
                .map(column.cell())
                .anyMatch(cell -> !cell.isEmpty() && !cell.equals(UNBROKEN)))
        .toList();
  }

  private boolean isUndecided(String variant) {
    return run.undecided().contains(variant);
  }

  /** The later it broke the less, so that the best is first. */
  private int brokenUsers(String variant) {
    return -run.broken(variant).map(BrokenLoad::users).orElse(Integer.MAX_VALUE);
  }

  private Row row(Place place) {
    return row(place.variant(), Optional.of(place));
  }

  private Row row(String variant, Optional<Place> place) {
    Optional<BrokenLoad> broken = run.broken(variant);
    boolean isFloor = floors.contains(variant);
    return new Row(
        variant,
        isFloor,
        run.kept(variant).map(this::kept).orElse(""),
        place.map(RankingTable::rtt).orElse(""),
        place.map(this::interval).orElse(""),
        place.filter(known -> isFloor || run.hasRanks()).map(Place::rankWords).orElse(""),
        place.filter(known -> run.hasRanks()).map(this::startsNeeded).orElse(""),
        place.map(known -> starts(known.sample())).orElse(""),
        broken.map(RankingTable::breaks).orElse(unbroken(variant)),
        broken.map(BrokenLoad::breachWords).orElse(""),
        broken.map(BrokenLoad::bottleneckWords).orElse(""));
  }

  private String startsNeeded(Place place) {
    if (!place.isShared()) {
      return "";
    }
    if (place.startsNeeded().isPresent()) {
      return Integer.toString(place.startsNeeded().getAsInt());
    }
    boolean isFirst =
        run.ranking().stream()
            .flatMap(ranking -> ranking.places().stream())
            .filter(other -> other.rank() == place.rank())
            .findFirst()
            .filter(place::equals)
            .isPresent();
    return isFirst ? "first of its rank" : "not known";
  }

  private static String starts(Sample sample) {
    int with = sample.values().size();
    return sample.leftOut() == 0
        ? Integer.toString(with)
        : with + " of " + (with + sample.leftOut());
  }

  private String kept(KeptLoad load) {
    return load.users() + (load.users() == run.mostUsers() ? " or more" : "") + load.startsWords();
  }

  private static String rtt(Place place) {
    return (place.sample().isAtLeast() ? "≥" : "")
        + NumberText.rounded(place.estimate().mean().orElse(Double.NaN));
  }

  private String interval(Place place) {
    Optional<Interval> interval =
        place.sample().isAtLeast()
            ? Optional.empty()
            : place.estimate().bounds(run.confidence()).interval();
    return interval
        .map(known -> NumberText.rounded(known.low()) + "–" + NumberText.rounded(known.high()))
        .orElse("");
  }

  private static String breaks(BrokenLoad load) {
    return load.users()
        + (load.of() > 1 ? " (" + load.starts() + " of " + load.of() + " starts)" : "");
  }

  private String unbroken(String variant) {
    return run.hasKeptAll(variant) ? UNBROKEN : run.notKnown(variant);
  }
}
