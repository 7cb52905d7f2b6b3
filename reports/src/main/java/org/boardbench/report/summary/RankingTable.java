package org.boardbench.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.findings.ranking.BrokenLoad;
import org.boardbench.findings.ranking.Place;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.findings.starts.Sample;
import org.boardbench.report.table.NumberText;
import org.boardbench.statistics.Interval;

/**
 * Who did best where all did well, and where each broke first.
 *
 * @param variants of the run, in the plan's order; none where there is nothing to be ranked by
 * @param measured those of the run that have rows, and so a page
 */
public record RankingTable(RunSummary run, List<String> variants, Set<String> measured) {
  /** What fits on a screen with all else that is there. */
  private static final int MOST_ROWS = 16;

  public RankingTable {
    variants = List.copyOf(variants);
    measured = Set.copyOf(measured);
  }

  /**
   * One variant.
   *
   * @param kept the greatest load that it kept, {@code 1000 or more} where no greater one was
   *     tried; empty where it kept none, or nobody can say
   * @param rttMs empty where it is not ranked
   * @param interval empty where there is none
   * @param rank by the RTT p95 alone; shared ones begin with {@code =}; empty where it is not
   *     ranked
   * @param startsNeeded how many starts would tell it from the first of its rank, as {@code needs n
   *     = 8}; empty where that is not known
   * @param starts that the figure is of, {@code 2 of 3} where not all of them have it; empty where
   *     it is not ranked
   * @param breaks the first load that it did not keep, or what is known in its place
   * @param how in which ways; empty where it did not break
   */
  public record Row(
      String variant,
      String kept,
      String rttMs,
      String interval,
      String rank,
      String startsNeeded,
      String starts,
      String breaks,
      String how,
      String bottleneck) {
    /** With what would tell it from the first of its rank. */
    public String rankCell() {
      return startsNeeded.isEmpty() ? rank : rank + " (" + startsNeeded + ")";
    }
  }

  /** The first of them, as many as a first screen has room for. */
  public List<Row> first() {
    return rows().stream().limit(MOST_ROWS).toList();
  }

  /** Who kept most users first; those that nobody can judge come last. */
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
            Comparator.comparing(this::isUndecided)
                .thenComparingInt(variant -> -run.mostKept().getOrDefault(variant, 0))
                .thenComparingInt(this::brokenUsers))
        .forEach(variant -> rows.add(row(variant, Optional.empty())));
    return List.copyOf(rows);
  }

  /** How many are not among the first. */
  public int left() {
    return Math.max(0, variants.size() - MOST_ROWS);
  }

  public boolean isRanked() {
    return run.ranking().isPresent();
  }

  /** What the RTT p95 is of, with its load. */
  public String rttHeader() {
    return "RTT p95 at %d users (ms)".formatted(run.ranking().orElseThrow().users());
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
    return new Row(
        variant,
        kept(variant),
        place.map(RankingTable::rtt).orElse(""),
        place.map(this::interval).orElse(""),
        place.filter(known -> run.hasRanks()).map(Place::rankWords).orElse(""),
        place.filter(known -> run.hasRanks()).map(RankingTable::startsNeeded).orElse(""),
        place.map(known -> starts(known.sample())).orElse(""),
        broken.map(RankingTable::breaks).orElse(unbroken(variant)),
        broken.map(BrokenLoad::breachWords).orElse(""),
        broken.map(BrokenLoad::bottleneckWords).orElse(""));
  }

  private static String startsNeeded(Place place) {
    return place.startsNeeded().isPresent() ? "needs n = " + place.startsNeeded().getAsInt() : "";
  }

  private static String starts(Sample sample) {
    int with = sample.values().size();
    return sample.leftOut() == 0
        ? Integer.toString(with)
        : with + " of " + (with + sample.leftOut());
  }

  private String kept(String variant) {
    Integer users = run.mostKept().get(variant);
    if (users == null) {
      return "";
    }
    return users + (users == run.mostUsers() ? " or more" : "");
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
    return run.hasKeptAll(variant) ? "none seen" : run.notKnown(variant);
  }
}
