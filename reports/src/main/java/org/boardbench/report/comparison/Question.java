package org.boardbench.report.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StageFigure;

/**
 * What somebody asks of two runs.
 *
 * @param shown figures that are looked at whatever the conditions are
 * @param counts the least relative difference that matters where no condition says less, more than
 *     0
 */
public record Question(List<StageFigure> shown, double counts, List<FailCondition> conditions) {
  public Question {
    shown = List.copyOf(shown);
    conditions = List.copyOf(conditions);
  }

  /** All that are to be compared. */
  List<StageFigure> figures() {
    return Stream.concat(
            shown.stream(),
            conditions.stream().filter(one -> one.worse().isPresent()).map(FailCondition::figure))
        .distinct()
        .toList();
  }

  /**
   * The least relative difference of a figure that matters: who fails at 1 % does not take 3 % for
   * none.
   */
  double counts(StageFigure figure) {
    return conditions.stream()
        .filter(one -> one.figure().equals(figure))
        .flatMap(one -> one.worse().stream())
        .reduce(counts, Math::min);
  }
}
