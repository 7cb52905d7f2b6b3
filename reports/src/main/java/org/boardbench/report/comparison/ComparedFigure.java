package org.boardbench.report.comparison;

import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Ratio;
import org.boardbench.statistics.RatioRule;

/**
 * A figure of one variant at one load in two runs.
 *
 * @param ratio run / base; its estimate is empty where either has no start, or a value of 0
 * @param counted present where starts beyond a bound are compared, and not a ratio
 * @param rule what counts, how sure all is, its intervals too, and what the machines make of
 *     nothing: the larger of both, empty unless both know it
 * @param p how likely so great a difference would be by chance; empty where nobody can say
 * @param adjustedP the same among all comparisons of both runs
 */
public record ComparedFigure(
    String variant,
    int users,
    StageFigure figure,
    Sample base,
    Sample run,
    Ratio ratio,
    Optional<CountedStarts> counted,
    RatioRule rule,
    OptionalDouble p,
    OptionalDouble adjustedP,
    Answer answer,
    String words) {

  /** What a reader asks for first. */
  public enum State {
    CHANGED("changed"),
    UNCHANGED("unchanged"),
    UNKNOWN("unknown");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public State state() {
    if (answer.isDifference()) {
      return State.CHANGED;
    }
    return answer == Answer.NO_DIFFERENCE ? State.UNCHANGED : State.UNKNOWN;
  }

  public Estimate baseEstimate() {
    return base.estimate(figure.kind());
  }

  public Estimate runEstimate() {
    return run.estimate(figure.kind());
  }

  /** Of the ratio, the one that decides: at least as wide as the floor. */
  Bounds bounds() {
    return ratio.bounds(rule.confidence(), rule.floor());
  }

  /** The same; empty below three starts. */
  public Optional<Interval> interval() {
    return bounds().interval();
  }

  /** How far apart two equal runs of so many starts may be by the machine, relative. */
  public OptionalDouble floorDifference() {
    return rule.floor().isPresent() && !base.values().isEmpty() && !run.values().isEmpty()
        ? OptionalDouble.of(
            rule.floor()
                .get()
                .difference(base.values().size(), run.values().size(), rule.confidence()))
        : OptionalDouble.empty();
  }

  ComparedFigure judged(OptionalDouble adjusted, Answer other, String otherWords) {
    return new ComparedFigure(
        variant, users, figure, base, run, ratio, counted, rule, p, adjusted, other, otherWords);
  }
}
