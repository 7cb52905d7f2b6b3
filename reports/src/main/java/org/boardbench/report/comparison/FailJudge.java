package org.boardbench.report.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.findings.threshold.JudgedThreshold;
import org.boardbench.findings.threshold.Judgement;
import org.boardbench.findings.threshold.Threshold;
import org.boardbench.findings.threshold.ThresholdJudge;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Interval;

/**
 * Judges what makes a comparison fail. A condition in percent is broken where the ratio's whole
 * interval is worse, among all comparisons too, so that the table calls that figure changed; one on
 * the run's own values as a plan's threshold is, with the comparison's confidence.
 */
public final class FailJudge {
  private final Comparison comparison;
  private final List<FailCondition> conditions;
  private final ConditionFamily family;

  /**
   * @param conditions those of the question that was compared
   */
  public FailJudge(Comparison comparison, List<FailCondition> conditions) {
    this.comparison = comparison;
    this.conditions = List.copyOf(conditions);
    family = new ConditionFamily(comparison.figures(), conditions);
  }

  /** Each condition at each load of each variant that both runs have. */
  public List<JudgedCondition> judge() {
    return conditions.stream().flatMap(this::judge).toList();
  }

  private Stream<JudgedCondition> judge(FailCondition condition) {
    return condition.worse().isPresent() ? compared(condition) : ofRun(condition);
  }

  private Stream<JudgedCondition> ofRun(FailCondition condition) {
    Threshold threshold =
        new Threshold(Optional.empty(), condition.figure(), condition.limit().orElseThrow());
    return new ThresholdJudge(comparison.run().starts(), comparison.confidence())
        .judge(List.of(threshold), comparison.variants(), comparison.loads()).stream()
            .map(judged -> ofRun(condition, judged));
  }

  private static JudgedCondition ofRun(FailCondition condition, JudgedThreshold judged) {
    return new JudgedCondition(condition, judged.place(), judged.judgement(), judged.valueAndWhy());
  }

  private Stream<JudgedCondition> compared(FailCondition condition) {
    return comparison.variants().stream()
        .flatMap(variant ->
            comparison.loads().stream().map(users -> compared(condition, variant, users)));
  }

  private JudgedCondition compared(FailCondition condition, String variant, int users) {
    String place = variant + " at " + users + " users";
    return comparison.figures().stream()
        .filter(one -> one.variant().equals(variant) && one.users() == users)
        .filter(one -> one.figure().equals(condition.figure()))
        .findFirst()
        .map(one -> compared(condition, place, one))
        .orElseGet(() ->
            new JudgedCondition(
                condition, place, Judgement.NOT_JUDGED, "no valid row measured it in either run"));
  }

  private JudgedCondition compared(FailCondition condition, String place, ComparedFigure one) {
    if (one.ratio().estimate().isEmpty()) {
      boolean isMissing = one.base().values().isEmpty() || one.run().values().isEmpty();
      return new JudgedCondition(
          condition,
          place,
          isMissing ? Judgement.NOT_JUDGED : Judgement.NOT_DECIDED,
          isMissing ? one.words() : "a value of 0 has no ratio");
    }
    String ratio = "× " + NumberWords.of(one.ratio().estimate().getAsDouble());
    if (comparison.isSame()) {
      return new JudgedCondition(condition, place, Judgement.HOLDS, ratio + ", the same starts");
    }
    Optional<Interval> interval = one.interval();
    if (interval.isEmpty()) {
      String why = one.bounds().refusal().orElseThrow().words();
      return new JudgedCondition(condition, place, Judgement.NOT_DECIDED, ratio + ", " + why);
    }
    return byInterval(
        condition, place, one, interval.get(), ratio + " " + NumberWords.of(interval.get()));
  }

  private JudgedCondition byInterval(
      FailCondition condition, String place, ComparedFigure one, Interval interval, String words) {
    boolean isLowWorse = condition.isBrokenBy(interval.low());
    if (isLowWorse != condition.isBrokenBy(interval.high())) {
      return new JudgedCondition(
          condition, place, Judgement.NOT_DECIDED, words + needed(condition, one));
    }
    if (isOpen(condition, one, isLowWorse)) {
      return new JudgedCondition(
          condition,
          place,
          Judgement.NOT_DECIDED,
          words + ", messages never came, so the ratio has one end");
    }
    if (!isLowWorse) {
      return new JudgedCondition(condition, place, Judgement.HOLDS, words);
    }
    double p = family.p(condition, one);
    double alpha = 1 - comparison.confidence();
    if (p <= alpha) {
      return new JudgedCondition(condition, place, Judgement.BROKEN, words);
    }
    OptionalInt needed =
        one.ratio().startsNeeded(condition.edge(), 1 - alpha / family.size(), one.rule().floor());
    return new JudgedCondition(
        condition,
        place,
        Judgement.NOT_DECIDED,
        words + ", " + Family.amongMany(Judgement.BROKEN.word(), family.size(), p, needed));
  }

  /** Of values that may be greater, what that could turn round is not decided. */
  private static boolean isOpen(FailCondition condition, ComparedFigure one, boolean isWorse) {
    boolean isMoreWorse = condition.figure().kind() != FigureKind.RATE;
    // A greater ratio could turn what is not more than it may be, and a smaller one what is.
    return isMoreWorse == isWorse ? one.base().isAtLeast() : one.run().isAtLeast();
  }

  private static String needed(FailCondition condition, ComparedFigure one) {
    OptionalInt needed =
        one.ratio().startsNeeded(condition.edge(), one.rule().confidence(), one.rule().floor());
    return needed.isPresent() ? ", needs n = " + needed.getAsInt() : "";
  }
}
