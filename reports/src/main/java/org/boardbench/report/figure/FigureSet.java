package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;

/** All figures of a run, in the order of the report. */
public final class FigureSet {
  private FigureSet() {}

  /** Across targets first, then each trial over time. */
  public static List<Figure> of(StoredRun run) {
    Variants variants = Variants.of(run);
    List<StageGroup> groups = StageGroup.of(run);
    ReasonLabels labels = ReasonLabels.byLetter(groups.stream().map(StageGroup::codes).toList());
    List<Figure> figures = new ArrayList<>(ObjectiveFigures.of(run.capacities(), variants));
    figures.addAll(new UsersFigures(groups, variants, labels).all());
    run.trials().stream()
        .sorted(
            Comparator.comparing(StoredTrial::target, variants.order())
                .thenComparingInt(StoredTrial::repetition)
                .thenComparing(StoredTrial::id))
        .map(trial ->
            TimelineFigure.of(run, trial, VariantLook.of(variants, trial.target()), labels))
        .flatMap(Optional::stream)
        .forEach(figures::add);
    return List.copyOf(figures);
  }
}
