package org.boardbench.report.stored;

import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code stages.csv}.
 *
 * @param stage counts from 1
 * @param figures NaN where nothing was measured
 * @param valid empty when nobody judged
 */
public record StoredStage(
    String trialId,
    String target,
    int repetition,
    int stage,
    int users,
    Map<StageFigure, Double> figures,
    Optional<Boolean> valid) {
  public StoredStage {
    figures = Map.copyOf(figures);
  }

  /** NaN when it was not measured. */
  public double figure(StageFigure figure) {
    return figures.get(figure);
  }
}
