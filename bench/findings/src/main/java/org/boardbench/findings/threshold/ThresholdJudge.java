package org.boardbench.findings.threshold;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.statistics.Interval;

/**
 * Judges thresholds by a run's valid rows. From three starts on the interval decides: wholly within
 * it holds, wholly beyond it is broken, else it is not decided. Fewer starts have no interval, so
 * their values decide where they agree. A value that may be greater, because messages never came,
 * breaks an upper bound and keeps none.
 */
public final class ThresholdJudge {
  private final RunStarts starts;
  private final double confidence;

  /**
   * @param confidence of the intervals, 0.95 unless the run chose its end by its values
   */
  public ThresholdJudge(RunStarts starts, double confidence) {
    this.starts = starts;
    this.confidence = confidence;
  }

  /**
   * Each threshold of each variant at each load, in that order.
   *
   * @param variants that were to be measured
   * @param loads users of the stages that were to be measured
   */
  public List<JudgedThreshold> judge(
      List<Threshold> thresholds, List<String> variants, List<Integer> loads) {
    return thresholds.stream()
        .flatMap(threshold ->
            variants.stream()
                .filter(threshold::isOf)
                .flatMap(variant -> judge(threshold, variant, loads)))
        .toList();
  }

  private Stream<JudgedThreshold> judge(Threshold threshold, String variant, List<Integer> loads) {
    return loads.isEmpty()
        ? Stream.of(judge(threshold, variant, 0))
        : loads.stream().map(users -> judge(threshold, variant, users));
  }

  private JudgedThreshold judge(Threshold threshold, String variant, int users) {
    Where where = new Where("", variant, List.of(users));
    // Of several stages of one load the worst one decides.
    OverStages worst = threshold.limit().isUpper() ? OverStages.GREATEST : OverStages.LEAST;
    Sample sample = starts.sample(where, threshold.figure(), worst);
    JudgedThreshold open =
        new JudgedThreshold(
            threshold, variant, users, sample, confidence, Judgement.NOT_DECIDED, "");
    if (sample.values().isEmpty()) {
      return open.with(Judgement.NOT_JUDGED, missing(sample, where, threshold.figure()));
    }
    Optional<Interval> interval = open.interval();
    return interval.isPresent() ? byInterval(open, interval.get()) : byValues(open);
  }

  private String missing(Sample sample, Where where, StageFigure figure) {
    if (sample.rows() == 0) {
      return "no row of that load";
    }
    long valid =
        starts.starts(where.variant()).stream()
            .flatMap(start -> start.at(where.users().getFirst(), figure))
            .count();
    return valid == 0
        ? (sample.rows() == 1
            ? "the only row is invalid"
            : "all " + sample.rows() + " rows invalid")
        : "not measured";
  }

  private static JudgedThreshold byInterval(JudgedThreshold open, Interval interval) {
    Limit limit = open.threshold().limit();
    // More than the interval says may be true, so only its lower end can be relied on.
    boolean isOpen = open.sample().isAtLeast();
    Judgement judgement = Judgement.NOT_DECIDED;
    if (limit.isKeptBy(interval) && !(isOpen && limit.isUpper())) {
      judgement = Judgement.HOLDS;
    } else if (limit.isBrokenBy(interval) && !(isOpen && !limit.isUpper())) {
      judgement = Judgement.BROKEN;
    }
    return open.with(judgement, "by the interval");
  }

  private static JudgedThreshold byValues(JudgedThreshold open) {
    List<FigureValue> values = open.sample().values().stream().map(Sample.OfStart::shown).toList();
    Limit limit = open.threshold().limit();
    Judgement judgement = Judgement.NOT_DECIDED;
    if (values.stream().allMatch(value -> keeps(limit, value))) {
      judgement = Judgement.HOLDS;
    } else if (values.stream().allMatch(value -> breaks(limit, value))) {
      judgement = Judgement.BROKEN;
    }
    List<String> numbers =
        values.stream().map(value -> NumberWords.of(value.value())).distinct().toList();
    return open.with(
        judgement,
        "by the values themselves (" + String.join(", ", numbers) + "), there is no interval");
  }

  private static boolean keeps(Limit limit, FigureValue value) {
    return limit.isKeptBy(value.value()) && !(value.atLeast() && limit.isUpper());
  }

  private static boolean breaks(Limit limit, FigureValue value) {
    return !limit.isKeptBy(value.value()) && !(value.atLeast() && !limit.isUpper());
  }
}
