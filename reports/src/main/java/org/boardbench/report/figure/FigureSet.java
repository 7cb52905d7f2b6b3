package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Targets;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;

/** All figures of a run, in the order of the report. */
public final class FigureSet {
  private FigureSet() {}

  /** Across targets first, then each trial over time. */
  public static List<Figure> of(StoredRun run) {
    List<StageGroup> groups = StageGroup.of(run.stages());
    ReasonLabels labels = ReasonLabels.byLetter(groups.stream().map(StageGroup::codes).toList());
    List<Figure> figures = new ArrayList<>(new UsersFigures(groups, labels).all());
    run.trials().stream()
        .sorted(
            Comparator.comparing(StoredTrial::target, Targets.ORDER)
                .thenComparingInt(StoredTrial::repetition)
                .thenComparing(StoredTrial::id))
        .map(trial -> TimelineFigure.of(run, trial, labels))
        .flatMap(Optional::stream)
        .forEach(figures::add);
    return List.copyOf(figures);
  }
}
