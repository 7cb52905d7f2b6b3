package org.boardbench.report.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.boardbench.statistics.Holm;

/**
 * Conditions in percent among all comparisons of two runs: of so many some would be broken by
 * chance. Each takes the place that its figure has in the table's family, so that none is broken
 * whose figure the table does not call changed.
 */
final class ConditionFamily {
  /** Where a condition is judged. */
  private record Asked(FailCondition condition, ComparedFigure figure) {
    double p() {
      return figure.ratio().p(condition.edge(), figure.rule().floor()).orElseThrow();
    }
  }

  private final Map<Asked, Double> adjusted = new HashMap<>();
  private final int size;

  ConditionFamily(List<ComparedFigure> figures, List<FailCondition> conditions) {
    List<ComparedFigure> known = figures.stream().filter(one -> one.p().isPresent()).toList();
    List<Asked> asked = known.stream().flatMap(one -> asked(one, conditions)).toList();
    List<ComparedFigure> unasked =
        known.stream().filter(one -> asked(one, conditions).findAny().isEmpty()).toList();
    List<Double> p =
        Holm.adjusted(
            Stream.concat(
                    asked.stream().map(Asked::p),
                    unasked.stream().map(one -> one.p().getAsDouble()))
                .toList());
    for (int i = 0; i < asked.size(); i++) {
      adjusted.put(asked.get(i), p.get(i));
    }
    size = p.size();
  }

  private static Stream<Asked> asked(ComparedFigure figure, List<FailCondition> conditions) {
    return figure.ratio().logs().isEmpty()
        ? Stream.empty()
        : conditions.stream()
            .filter(one -> one.worse().isPresent() && one.figure().equals(figure.figure()))
            .map(one -> new Asked(one, figure));
  }

  /**
   * How likely an estimate at least so far from the condition's edge would be by chance, among all.
   *
   * @param figure whose ratio has an interval
   */
  double p(FailCondition condition, ComparedFigure figure) {
    return adjusted.get(new Asked(condition, figure));
  }

  /** How many comparisons chance had an opportunity in. */
  int size() {
    return size;
  }
}
