package org.boardbench.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.threshold.Limit;
import org.boardbench.input.Nearest;
import org.boardbench.input.Problems;
import org.boardbench.statistics.FigureKind;

/**
 * What makes a comparison fail.
 *
 * @param text as it was written
 * @param worse by how much the run may be worse than the base, relative; empty for a bound of the
 *     run's own values
 * @param limit that the run's own values must keep; empty where they are compared
 */
public record FailCondition(
    String text, StageFigure figure, Optional<Double> worse, Optional<Limit> limit) {
  /** A lesser difference matters to nobody. */
  public static final double LEAST_PERCENT = 0.1;

  private static final String KEY = "--fail-on";
  private static final Pattern SHAPE =
      Pattern.compile("([a-z0-9_]+(?: / [a-z0-9_]+)?)\\s*(<=|>=|<|>)\\s*([0-9.]+)\\s*(%?)");
  private static final double PERCENT = 100;
  private static final double MOST_PERCENT = 1_000_000;

  /** The conditions between commas; what is wrong with each goes to {@code problems}. */
  public static List<FailCondition> parse(String text, Problems problems) {
    List<FailCondition> conditions = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      one(part.strip(), problems).ifPresent(conditions::add);
    }
    return conditions;
  }

  private static Optional<FailCondition> one(String text, Problems problems) {
    Matcher parts = SHAPE.matcher(text);
    Optional<Limit> broken =
        parts.matches() ? Limit.parse(parts.group(2) + parts.group(3)) : Optional.empty();
    if (broken.isEmpty()) {
      problems.add(
          KEY,
          "must be like rtt_p95_ms>10% or loss_pct>0.1, was " + (text.isEmpty() ? "empty" : text));
      return Optional.empty();
    }
    Optional<StageFigure> figure = StageFigure.of(parts.group(1));
    if (figure.isEmpty()) {
      problems.add(
          KEY,
          "unknown figure, was "
              + parts.group(1)
              + Nearest.hint(parts.group(1), StageFigure.names()));
      return Optional.empty();
    }
    return parts.group(4).isEmpty()
        ? Optional.of(
            new FailCondition(
                text,
                figure.get(),
                Optional.empty(),
                Optional.of(new Limit(broken.get().relation().opposite(), broken.get().bound()))))
        : worse(text, figure.get(), broken.get(), problems);
  }

  private static Optional<FailCondition> worse(
      String text, StageFigure figure, Limit broken, Problems problems) {
    double most = figure.kind() == FigureKind.RATE ? PERCENT : MOST_PERCENT;
    String problem = "";
    if (broken.relation() != Limit.Relation.MORE) {
      problem = "in percent it must be >, which is worse by more than that, was " + text;
    } else if (figure.isCounted()) {
      problem =
          "is mostly 0, so it has no ratio; give a bound such as "
              + figure.name()
              + ">0.1, was "
              + text;
    } else if (broken.bound() < LEAST_PERCENT) {
      problem = "must be at least " + LEAST_PERCENT + " %, was " + text;
    } else if (!(broken.bound() < most)) {
      problem = "must be less than " + (long) most + " %, was " + text;
    }
    if (!problem.isEmpty()) {
      problems.add(KEY + " " + figure.name(), problem);
      return Optional.empty();
    }
    return Optional.of(
        new FailCondition(text, figure, Optional.of(broken.bound() / PERCENT), Optional.empty()));
  }

  /** The ratio beyond which the run is worse by more than it may. */
  double edge() {
    return figure.kind() == FigureKind.RATE ? 1 - worse.orElseThrow() : 1 + worse.orElseThrow();
  }

  /** Whether a ratio is worse than it may be. */
  boolean isBrokenBy(double ratio) {
    return figure.kind() == FigureKind.RATE ? ratio < edge() : ratio > edge();
  }
}
