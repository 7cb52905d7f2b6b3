package org.boardbench.report.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.Where;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.NoiseFloor;
import org.boardbench.statistics.Ratio;
import org.boardbench.statistics.RatioRule;
import org.boardbench.statistics.RatioVerdict;
import org.boardbench.statistics.Start;

/** Compares one figure after the other, each as if there were no others. */
final class FigureComparing {
  private final ComparedRun base;
  private final ComparedRun run;
  private final RunStarts before;
  private final RunStarts now;
  private final Question question;
  private final double confidence;
  private final boolean isSame;

  FigureComparing(
      ComparedRun base, ComparedRun run, Question question, double confidence, boolean isSame) {
    this.base = base;
    this.run = run;
    this.question = question;
    this.confidence = confidence;
    this.isSame = isSame;
    before = base.starts();
    now = run.starts();
  }

  /** Empty where neither run has a valid row that measured it. */
  Optional<ComparedFigure> compare(String variant, int users, StageFigure figure) {
    Where where = new Where("", variant, List.of(users));
    Sample left = before.sample(where, figure, OverStages.GREATEST);
    Sample right = now.sample(where, figure, OverStages.GREATEST);
    if (left.values().isEmpty() && right.values().isEmpty()) {
      return Optional.empty();
    }
    Ratio ratio = Ratio.of(starts(left), starts(right));
    Optional<CountedStarts> counted = CountedStarts.of(figure, left, right);
    RatioRule rule = new RatioRule(question.counts(figure), confidence, floor(figure));
    OptionalDouble p =
        counted.isPresent() ? OptionalDouble.of(counted.get().p()) : ratio.p(1, rule.floor());
    ComparedFigure open =
        new ComparedFigure(
            variant,
            users,
            figure,
            left,
            right,
            ratio,
            counted,
            rule,
            isSame ? OptionalDouble.empty() : p,
            OptionalDouble.empty(),
            Answer.CANNOT_TELL,
            "");
    return Optional.of(judged(open));
  }

  private ComparedFigure judged(ComparedFigure open) {
    if (open.base().values().isEmpty() || open.run().values().isEmpty()) {
      String side = open.base().values().isEmpty() ? "BASE" : "RUN";
      return judged(open, Answer.CANNOT_TELL, "cannot tell: " + side + " has no valid value");
    }
    if (isSame) {
      return judged(open, Answer.NO_DIFFERENCE, "the same starts");
    }
    if (open.counted().isPresent()) {
      CountedStarts counted = open.counted().get();
      Answer answer = counted.answer(confidence);
      return judged(open, answer, counted.words(answer, open.figure().unit(), confidence));
    }
    RatioVerdict verdict = open.rule().verdict(open.figure().kind(), open.ratio());
    return isOpen(open, verdict.answer())
        ? judged(
            open, Answer.CANNOT_TELL, "cannot tell: messages never came, so the ratio has one end")
        : judged(open, verdict.answer(), verdict.words());
  }

  /** Whether what is a lower bound alone could turn the answer round. */
  private static boolean isOpen(ComparedFigure open, Answer answer) {
    if (answer == Answer.CANNOT_TELL) {
      return false;
    }
    double ratio = open.ratio().estimate().orElse(1);
    boolean isBaseOpen = open.base().isAtLeast() && !(answer.isDifference() && ratio < 1);
    boolean isRunOpen = open.run().isAtLeast() && !(answer.isDifference() && ratio > 1);
    return isBaseOpen || isRunOpen;
  }

  private static ComparedFigure judged(ComparedFigure open, Answer answer, String words) {
    return open.judged(OptionalDouble.empty(), answer, words);
  }

  /** Starts of two runs belong together only where one seed decided both. */
  private List<Start> starts(Sample sample) {
    boolean isPaired = !base.seed().isEmpty() && base.seed().equals(run.seed());
    return isPaired ? sample.starts() : sample.starts().stream().map(Start::unpaired).toList();
  }

  private Optional<NoiseFloor> floor(StageFigure figure) {
    NoiseFloor ofBase = base.floors().floors().get(figure.name());
    NoiseFloor ofRun = run.floors().floors().get(figure.name());
    if (ofBase == null || ofRun == null) {
      return Optional.empty();
    }
    return Optional.of(ofBase.deviation() > ofRun.deviation() ? ofBase : ofRun);
  }
}
