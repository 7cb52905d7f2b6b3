package org.boardbench.findings.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Ratio;
import org.boardbench.statistics.RatioRule;

/**
 * The variants at the last load that all kept, by their RTT p95, the fastest first. The first of a
 * rank is compared with those behind it; all comparisons share one error, so that the whole order
 * is as sure as one interval.
 *
 * @param users that load
 */
public record Ranking(int users, List<Place> places) {
  /** Less is no difference, however sure it is. */
  public static final double COUNTS = 0.05;

  private static final StageFigure RTT_P95 =
      new StageFigure(StageTimes.RTT_P95_MS, Optional.empty());

  public Ranking {
    places = List.copyOf(places);
  }

  /**
   * @param confidence of the intervals, and of the order as a whole
   */
  static Ranking of(RunStarts starts, List<String> variants, int users, double confidence) {
    List<Place> sorted =
        variants.stream()
            .map(variant -> unranked(starts, variant, users))
            .sorted(
                Comparator.comparingDouble(
                    place -> place.estimate().mean().orElse(Double.MAX_VALUE)))
            .toList();
    int comparisons = Math.max(1, sorted.size() - 1);
    double each = 1 - (1 - confidence) / comparisons;
    return new Ranking(
        users, marked(ranked(sorted, new RatioRule(COUNTS, each, Optional.empty()))));
  }

  private static Place unranked(RunStarts starts, String variant, int users) {
    Sample sample =
        starts.sample(new Where("", variant, List.of(users)), RTT_P95, OverStages.GREATEST);
    return new Place(variant, 0, false, sample, OptionalInt.empty());
  }

  private static List<Place> ranked(List<Place> sorted, RatioRule rule) {
    List<Place> ranked = new ArrayList<>();
    Place first = null;
    for (Place place : sorted) {
      OptionalInt needed = OptionalInt.empty();
      boolean isAnother = first == null;
      if (first != null) {
        Ratio ratio = Ratio.of(first.sample().starts(), place.sample().starts());
        Answer answer = rule.verdict(FigureKind.TIME, ratio).answer();
        isAnother = answer.isDifference();
        needed = answer == Answer.CANNOT_TELL ? ratio.startsNeeded(1, rule.confidence()) : needed;
      }
      int rank = isAnother ? ranked.size() + 1 : first.rank();
      Place found = new Place(place.variant(), rank, false, place.sample(), needed);
      first = isAnother ? found : first;
      ranked.add(found);
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
