package org.boardbench.report.stored;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code stages.csv}.
 *
 * @param stage counts from 1
 * @param figures NaN where nothing was measured
 * @param arrivalClock what stamped the arrivals, {@code kernel} or {@code driver}; may be empty
 * @param valid empty when nobody judged
 * @param reasons why it is not valid, the first one first; none when it is, or was not judged
 * @param texts empty where nothing was stored
 */
public record StoredStage(
    String trialId,
    String target,
    int repetition,
    int stage,
    int users,
    Map<StageFigure, Double> figures,
    String arrivalClock,
    Optional<Boolean> valid,
    List<InvalidReason> reasons,
    Map<StageText, String> texts) {
  public StoredStage {
    figures = Map.copyOf(figures);
    reasons = List.copyOf(reasons);
    texts = Map.copyOf(texts);
  }

  /** NaN when it was not measured. */
  public double figure(StageFigure figure) {
    return figures.getOrDefault(figure, Double.NaN);
  }

  /** Empty when nothing was stored. */
  public String text(StageText text) {
    return texts.getOrDefault(text, "");
  }

  /**
   * Unless it was judged invalid; a row that nobody judged counts as valid, as those of older runs
   * do.
   */
  public boolean isValid() {
    return valid.orElse(true);
  }
}
