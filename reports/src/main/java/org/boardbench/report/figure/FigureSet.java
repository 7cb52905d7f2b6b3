package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    return Stream.concat(
            across(run).stream(),
            run.trials().stream()
                .map(StoredTrial::target)
                .distinct()
                .sorted(Variants.of(run).order())
                .flatMap(variant -> timelines(run, variant).stream()))
        .toList();
  }

  /** Across targets. */
  public static List<Figure> across(StoredRun run) {
    Variants variants = Variants.of(run);
    List<StageGroup> groups = StageGroup.of(run);
    List<Figure> figures = new ArrayList<>(ObjectiveFigures.of(run.capacities(), variants));
    figures.addAll(new UsersFigures(groups, variants, labels(groups)).all());
    return List.copyOf(figures);
  }

  /** Each trial of a variant over time. */
  public static List<Figure> timelines(StoredRun run, String variant) {
    ReasonLabels labels = labels(StageGroup.of(run));
    return run.trials().stream()
        .filter(trial -> trial.target().equals(variant))
        .sorted(Comparator.comparingInt(StoredTrial::repetition).thenComparing(StoredTrial::id))
        .map(trial ->
            TimelineFigure.of(run, trial, VariantLook.of(Variants.of(run), variant), labels))
        .flatMap(Optional::stream)
        .toList();
  }

  private static ReasonLabels labels(List<StageGroup> groups) {
    return ReasonLabels.byLetter(groups.stream().map(StageGroup::codes).toList());
  }
}
