package org.boardbench.account.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult.Interval;

/** Two drivers' results of one stage as one. Their histograms stay as they are. */
final class ResultMerge {
  /** Where an interval belongs. */
  private record Place(long startNs, Phase phase) {
    static Place of(Interval interval) {
      return new Place(interval.startNs(), interval.phase());
    }
  }

  private ResultMerge() {}

  static StageResult of(StageResult one, StageResult other) {
    if (!stage(one).equals(stage(other))) {
      throw new IllegalArgumentException(
          "not of the same stage: " + stage(one) + " and " + stage(other));
    }
    return new StageResult(
        one.number(),
        one.spec(),
        one.holdStartNs(),
        one.holdEndNs(),
        one.joined() + other.joined(),
        one.connections().merge(other.connections()),
        IntStream.range(0, one.classes().size())
            .mapToObj(index -> one.classes().get(index).merge(other.classes().get(index)))
            .toList(),
        one.traffic().plus(other.traffic()),
        one.driver().merge(other.driver()),
        seconds(one.seconds(), other.seconds()),
        intervals(one.intervals(), other.intervals()),
        one.paths().merge(other.paths()));
  }

  /** What must agree. */
  private static String stage(StageResult result) {
    return "stage %d, %s, hold from %d to %d ns, %d message classes"
        .formatted(
            result.number(),
            result.spec(),
            result.holdStartNs(),
            result.holdEndNs(),
            result.classes().size());
  }

  /** They begin with the same second; the drain of one may have ended some earlier. */
  private static List<SecondResult> seconds(List<SecondResult> one, List<SecondResult> other) {
    List<SecondResult> shorter = one.size() < other.size() ? one : other;
    List<SecondResult> longer = one.size() < other.size() ? other : one;
    List<SecondResult> merged = new ArrayList<>();
    for (int row = 0; row < longer.size(); row++) {
      merged.add(
          row < shorter.size()
              ? longer.get(row).merge(shorter.get(row))
              : longer.get(row).withMore(shorter.isEmpty() ? 0 : shorter.getLast().users()));
    }
    return merged;
  }

  private static List<Interval> intervals(List<Interval> one, List<Interval> other) {
    Map<Place, Interval> merged = new LinkedHashMap<>();
    Stream.concat(one.stream(), other.stream())
        .forEach(interval -> merged.merge(Place.of(interval), interval, ResultMerge::interval));
    return merged.values().stream()
        .sorted(
            Comparator.comparingLong(Interval::startNs)
                .thenComparing(interval -> interval.phase().kind()))
        .toList();
  }

  private static Interval interval(Interval one, Interval other) {
    return new Interval(
        one.phase(),
        one.startNs(),
        Math.max(one.endNs(), other.endNs()),
        one.times().plus(other.times()));
  }
}
