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
 * interval is worse; one on the run's own values as a plan's threshold is.
 */
public final class FailJudge {
  private final Comparison comparison;

  public FailJudge(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Each condition at each load of each variant that both runs have. */
  public List<JudgedCondition> judge(List<FailCondition> conditions) {
    return conditions.stream().flatMap(this::judge).toList();
  }

  private Stream<JudgedCondition> judge(FailCondition condition) {
    return condition.worse().isPresent() ? compared(condition) : ofRun(condition);
  }

  private Stream<JudgedCondition> ofRun(FailCondition condition) {
    Threshold threshold =
        new Threshold(Optional.empty(), condition.figure(), condition.limit().orElseThrow());
    return new ThresholdJudge(comparison.run().starts())
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
      String why = one.ratio().bounds().refusal().orElseThrow().words();
      return new JudgedCondition(condition, place, Judgement.NOT_DECIDED, ratio + ", " + why);
    }
    Judgement judgement = judgement(condition, one, interval.get());
    return new JudgedCondition(
        condition,
        place,
        judgement,
        ratio + words(interval.get()) + needed(condition, one, judgement));
  }

  /** Of values that may be greater, what that could turn round is not decided. */
  private static Judgement judgement(
      FailCondition condition, ComparedFigure one, Interval interval) {
    boolean isLowWorse = condition.isBrokenBy(interval.low());
    boolean isHighWorse = condition.isBrokenBy(interval.high());
    boolean isMoreWorse = condition.figure().kind() != FigureKind.RATE;
    boolean isRatioAtLeast = one.run().isAtLeast();
    boolean isRatioAtMost = one.base().isAtLeast();
    if (isLowWorse && isHighWorse) {
      boolean isOpen = isMoreWorse ? isRatioAtMost : isRatioAtLeast;
      return isOpen ? Judgement.NOT_DECIDED : Judgement.BROKEN;
    }
    if (!isLowWorse && !isHighWorse) {
      boolean isOpen = isMoreWorse ? isRatioAtLeast : isRatioAtMost;
      return isOpen ? Judgement.NOT_DECIDED : Judgement.HOLDS;
    }
    return Judgement.NOT_DECIDED;
  }

  private static String words(Interval interval) {
    return " (95 % interval "
        + NumberWords.of(interval.low())
        + " to "
        + NumberWords.of(interval.high())
        + ")";
  }

  private static String needed(FailCondition condition, ComparedFigure one, Judgement judgement) {
    if (judgement != Judgement.NOT_DECIDED) {
      return "";
    }
    OptionalInt needed = one.ratio().startsNeeded(condition.edge(), Interval.CONFIDENCE);
    return needed.isPresent() ? ", needs n = " + needed.getAsInt() : "";
  }
}
