package org.boardbench.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.report.stored.StageFigure;
import org.boardbench.report.stored.StageText;
import org.boardbench.report.stored.StoredStage;

/** Makes a valid row with the figures that a test is about; all others were not measured. */
public final class StageBuilder {
  private final String target;
  private final int repetition;
  private final int users;
  private final Map<StageFigure, Double> figures = new EnumMap<>(StageFigure.class);
  private final Map<StageText, String> texts = new EnumMap<>(StageText.class);
  private boolean valid = true;

  private StageBuilder(String target, int repetition, int users) {
    this.target = target;
    this.repetition = repetition;
    this.users = users;
  }

  public static StageBuilder row(String target, int repetition, int users) {
    return new StageBuilder(target, repetition, users);
  }

  public StageBuilder with(StageFigure figure, double value) {
    figures.put(figure, value);
    return this;
  }

  public StageBuilder with(StageText text, String words) {
    texts.put(text, words);
    return this;
  }

  public StageBuilder invalid() {
    valid = false;
    return this;
  }

  public StoredStage build() {
    return new StoredStage(
        target + "-r" + repetition,
        target,
        repetition,
        1,
        users,
        figures,
        "kernel",
        Optional.of(valid),
        List.of(),
        texts);
  }
}
