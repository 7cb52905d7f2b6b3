package org.boardbench.findings.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.NoiseFloor;

/**
 * The variants at the last load that all kept, by their RTT p95, the fastest first. The first of a
 * rank is compared with those behind it; all comparisons of two that there could be share one
 * error, so that the whole order is as sure as one interval. Two that differ by no more than the
 * machine makes of nothing share a rank.
 *
 * @param users that load
 * @param floor what driver and kernel take alone: it is no contestant, and ranks are among the rest
 */
public record Ranking(int users, List<Place> floor, List<Place> places) {
  /** Less is no difference, however sure it is. */
  public static final double COUNTS = 0.05;

  private static final StageFigure RTT_P95 =
      new StageFigure(StageTimes.RTT_P95_MS, Optional.empty());

  public Ranking {
    floor = List.copyOf(floor);
    places = List.copyOf(places);
  }

  /**
   * @param isFloor of these variants
   * @param confidence of the intervals, and of the order as a whole
   * @param noise of the RTT p95; empty where nobody measured it
   */
  static Ranking of(
      RunStarts starts,
      List<String> variants,
      Predicate<String> isFloor,
      int users,
      double confidence,
      Optional<NoiseFloor> noise) {
    Map<Boolean, List<Place>> sorted =
        variants.stream()
            .map(variant -> unranked(starts, variant, users))
            .sorted(
                Comparator.comparingDouble(
                    place -> place.estimate().mean().orElse(Double.MAX_VALUE)))
            .collect(Collectors.partitioningBy(place -> isFloor.test(place.variant())));
    List<Place> servers = sorted.get(false);
    PlacePairs pairs =
        new PlacePairs(servers.stream().map(Place::sample).toList(), confidence, noise);
    return new Ranking(users, sorted.get(true), marked(ranked(servers, pairs)));
  }

  private static Place unranked(RunStarts starts, String variant, int users) {
    Sample sample =
        starts.sample(new Where("", variant, List.of(users)), RTT_P95, OverStages.GREATEST);
    return new Place(variant, Place.UNRANKED, false, sample, OptionalInt.empty());
  }

  private static List<Place> ranked(List<Place> sorted, PlacePairs pairs) {
    List<Place> ranked = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < sorted.size(); i++) {
      OptionalInt needed = OptionalInt.empty();
      if (i > first) {
        PlacePairs.Compared compared = pairs.of(first, i);
        first = compared.isDifferent() ? i : first;
        needed = compared.startsNeeded();
      }
      Place place = sorted.get(i);
      ranked.add(new Place(place.variant(), first + 1, false, place.sample(), needed));
    }
    return ranked;
  }

  private static List<Place> marked(List<Place> ranked) {
    return ranked.stream()
        .map(place ->
            new Place(
                place.variant(),
                place.rank(),
                ranked.stream().filter(other -> other.rank() == place.rank()).count() > 1,
                place.sample(),
                place.startsNeeded()))
        .toList();
  }
}
