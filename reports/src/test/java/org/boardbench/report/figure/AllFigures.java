package org.boardbench.report.figure;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;

/** Figures of a whole run, however a report divides them among its pages. */
public final class AllFigures {
  private AllFigures() {}

  /** Across targets first, then each trial over time. */
  public static List<Figure> of(StoredRun run) {
    return Stream.concat(
            across(run).stream(),
            run.trials().stream()
                .map(StoredTrial::target)
                .distinct()
                .sorted(Variants.of(run).order())
                .flatMap(variant -> FigureSet.timelines(run, variant, TimelineChoice.ALL).stream()))
        .toList();
  }

  /** Across targets. */
  public static List<Figure> across(StoredRun run) {
    return FigureSet.of(run).byGroup().stream().flatMap(group -> group.figures().stream()).toList();
  }
}
